package no.kompetansebro.training.reminders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.requirement.RequirementCode;

/** Goes through days to come, one after the other, and notes what will have been said by then. */
final class Foretelling {

    private final Settings settings;
    private final LocalDate first;
    private final Map<EmployeeId, List<Matter>> said = new HashMap<>();
    private final Map<EmployeeId, List<RemindableTasks.Task>> tasks;
    private final Set<LocalDate> weeks = new HashSet<>();
    private Set<Pair.Place> expired;

    /**
     * From the first day on.
     *
     * @param said what has been said so far
     * @param expired what was expired on the last day that was looked at
     */
    Foretelling(
            Settings settings,
            LocalDate first,
            Map<EmployeeId, List<Matter>> said,
            Map<EmployeeId, List<RemindableTasks.Task>> tasks,
            Set<Pair.Place> expired) {
        this.settings = settings;
        this.first = first;
        said.forEach((employee, matters) -> this.said.put(employee, new ArrayList<>(matters)));
        this.tasks = tasks;
        this.expired = expired;
    }

    static Set<Pair.Place> expired(Collection<List<Pair>> pairs) {
        return pairs.stream()
                .flatMap(List::stream)
                .filter(pair -> pair.status() == Status.EXPIRED)
                .map(Pair::place)
                .collect(Collectors.toSet());
    }

    /** Whether the leaders' letters of this week go out now. */
    boolean isNewWeek(Optional<LocalDate> slot) {
        return slot.filter(day -> !day.isBefore(first) && weeks.add(day)).isPresent();
    }

    ComingLetters.Day day(LocalDate day, Map<EmployeeId, List<Pair>> pairs, List<Addressee> addressees, int leaders) {
        PersonalMatters matters = new PersonalMatters(settings, day);
        Map<Matter.Kind, Integer> kinds = new EnumMap<>(Matter.Kind.class);
        List<EmployeeId> people = new ArrayList<>();
        int byEmail = 0;
        for (Addressee to : addressees) {
            List<Pair> own = pairs.getOrDefault(to.id(), List.of());
            List<Matter> before = said.computeIfAbsent(to.id(), _ -> new ArrayList<>());
            List<Matter> unsaid = PersonalMatters.unsaid(
                    matters.of(own, lapsed(own, before, day), tasks.getOrDefault(to.id(), List.of())), before);
            before.addAll(unsaid);
            unsaid.forEach(matter -> kinds.merge(matter.kind(), 1, Integer::sum));
            if (!unsaid.isEmpty()) {
                people.add(to.id());
                byEmail += to.byEmail() && to.email().isPresent() ? 1 : 0;
            }
        }
        expired = expired(pairs.values());
        return new ComingLetters.Day(day, kinds, people, byEmail, leaders);
    }

    /** What was expired when it was last looked at lapsed when that was said; all else, and what was never said, is news. */
    private Map<RequirementCode, LocalDate> lapsed(List<Pair> own, List<Matter> before, LocalDate day) {
        Map<RequirementCode, LocalDate> lapsed = new HashMap<>();
        own.stream()
                .filter(pair -> pair.status() == Status.EXPIRED)
                .forEach(pair -> lapsed.put(
                        pair.requirement(),
                        expired.contains(pair.place())
                                ? said(pair.requirement(), before).orElse(day)
                                : day));
        return lapsed;
    }

    private static Optional<LocalDate> said(RequirementCode requirement, List<Matter> before) {
        return before.stream()
                .filter(matter ->
                        matter.kind() == Matter.Kind.PASSED && matter.subject().equals(requirement.value()))
                .map(Matter::on)
                .max(Comparator.naturalOrder());
    }
}
