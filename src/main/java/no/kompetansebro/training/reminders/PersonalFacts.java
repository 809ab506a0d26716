package no.kompetansebro.training.reminders;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.Standing;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.DateInterval;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How people stand on a day, as far as reminders are concerned. */
@Component
class PersonalFacts {

    /** Always the same, so that what lapsed on a day has lapsed on that day whenever one asks. */
    private static final LocalDate LONG_AGO = LocalDate.of(1970, 1, 1);

    private static final int MORE_THAN_ANYBODY_HAS = 10_000;

    private final Coverage coverage;
    private final ObjectProvider<RemindableTasks> tasks;

    PersonalFacts(Coverage coverage, ObjectProvider<RemindableTasks> tasks) {
        this.coverage = coverage;
        this.tasks = tasks;
    }

    /** The employee's pairs on the date. */
    Map<RequirementCode, Pair> pairs(EmployeeId employee, LocalDate today) {
        return coverage
                .pairs(
                        Viewer.ofEverything(),
                        Question.asOf(today).of(employee),
                        Optional.empty(),
                        MORE_THAN_ANYBODY_HAS)
                .stream()
                .collect(Collectors.toMap(Pair::requirement, Function.identity()));
    }

    /** Since when those of the pairs, all of one employee, have been expired that are. */
    Map<RequirementCode, LocalDate> lapsed(EmployeeId employee, Collection<Pair> pairs, LocalDate today) {
        Map<RequirementCode, LocalDate> lapsed = new HashMap<>();
        if (pairs.stream().anyMatch(pair -> pair.status() == Status.EXPIRED)) {
            coverage.strips(Viewer.ofEverything(), employee, new DateInterval(LONG_AGO, today.plusDays(1)))
                    .forEach((requirement, strip) ->
                            expiredSince(strip, today).ifPresent(since -> lapsed.put(requirement, since)));
        }
        return lapsed;
    }

    private static Optional<LocalDate> expiredSince(List<Standing> strip, LocalDate today) {
        return strip.stream()
                .filter(standing ->
                        standing.status() == Status.EXPIRED && standing.dates().contains(today))
                .map(standing -> standing.dates().from())
                .findFirst();
    }

    /** What the employees have been given to do and have not done. */
    List<RemindableTasks.Task> tasks(Collection<EmployeeId> employees, LocalDate today) {
        return tasks.stream()
                .flatMap(source -> source.open(employees, today).stream())
                .toList();
    }
}
