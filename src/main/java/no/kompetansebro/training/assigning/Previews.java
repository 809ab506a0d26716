package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.engine.Obligation;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employments;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.Requirements;
import no.kompetansebro.training.assigning.Assignment.Wish;
import no.kompetansebro.training.assigning.Preview.Effect;
import no.kompetansebro.training.assigning.Preview.Effect.Cover;
import no.kompetansebro.training.assigning.Preview.Recipient;
import no.kompetansebro.training.assigning.Preview.Stand;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says what assigning something would do, by the same functions that say what is done. */
@Component
class Previews {

    private final Assignments assignments;
    private final Standings standings;
    private final Requirements requirements;
    private final Units units;
    private final Employments employments;

    Previews(
            Assignments assignments,
            Standings standings,
            Requirements requirements,
            Units units,
            Employments employments) {
        this.assignments = assignments;
        this.standings = standings;
        this.requirements = requirements;
        this.units = units;
        this.employments = employments;
    }

    /** Empty where the viewer may not assign it; that it was tried is kept. */
    @Transactional
    public Optional<Preview> of(Viewer viewer, Wish wish, LocalDate today) {
        if (!new Reach(viewer, units.tree(), employments, today).covers(wish.audience())) {
            assignments.refused(viewer.employee(), "PREVIEW", wish.audience());
            return Optional.empty();
        }
        Assignment wished =
                new Assignment(new AssignmentId(new UUID(0, 0)), wish, viewer.employee(), today, Optional.empty(), 1);
        Reading reading = new Reading(wished, standings.tasks(today), assignments.open(), today);
        standings.each(wish.audience(), reading::read);
        Set<RequirementCode> recommended = requirements.all().stream()
                .filter(each -> each.category() == Category.RECOMMENDED)
                .map(Requirement::code)
                .collect(Collectors.toSet());
        return Optional.of(reading.preview(recommended));
    }

    /** People on their way into a preview. */
    private static final class Reading {

        private record Got(EmployeeId employee, Person person, List<Task> tasks) {}

        private final Assignment wished;
        private final Tasks tasks;
        private final List<Assignment> open;
        private final LocalDate today;
        private final List<Got> got = new ArrayList<>();
        private final Map<RequirementCode, long[]> counts = new LinkedHashMap<>();

        Reading(Assignment wished, Tasks tasks, List<Assignment> open, LocalDate today) {
            this.wished = wished;
            this.tasks = tasks;
            this.open = open;
            this.today = today;
        }

        void read(EmployeeId employee, Person person) {
            List<Task> own = tasks.of(wished, employee, person).stream()
                    .filter(task -> task.dates().until().isAfter(today))
                    .toList();
            if (!own.isEmpty()) {
                got.add(new Got(employee, person, own));
            }
        }

        Preview preview(Set<RequirementCode> recommended) {
            LocalDate on = got.stream()
                    .flatMap(each -> each.tasks().stream())
                    .map(Task::due)
                    .filter(due -> due.isAfter(today))
                    .max(Comparator.naturalOrder())
                    .orElse(today.plusDays(1));
            got.forEach(each -> count(each, on));
            List<Effect> effects = counts.entrySet().stream()
                    .map(count -> new Effect(count.getKey(), cover(count.getValue())))
                    .toList();
            return new Preview(
                    got.stream().map(this::recipient).toList(),
                    on,
                    effects.stream()
                            .filter(effect ->
                                    effect.cover().before() != effect.cover().after())
                            .toList(),
                    sum(effects.stream()
                            .filter(effect -> !recommended.contains(effect.requirement()))
                            .map(Effect::cover)
                            .toList()));
        }

        private static Cover cover(long[] count) {
            return new Cover(count[0], count[1], count[2]);
        }

        private static Cover sum(List<Cover> covers) {
            return new Cover(
                    covers.stream().mapToLong(Cover::before).sum(),
                    covers.stream().mapToLong(Cover::after).sum(),
                    covers.stream().mapToLong(Cover::of).sum());
        }

        private void count(Got one, LocalDate on) {
            count(one.person(), on, 0);
            count(one.person().with(tasks.planned(wished, one.employee(), one.person())), on, 1);
        }

        private void count(Person person, LocalDate on, int which) {
            for (Obligation obligation : tasks.outlook().obligations(person)) {
                obligation
                        .on(on)
                        .filter(segment -> segment.status() != Status.EXEMPT)
                        .ifPresent(segment -> {
                            long[] count = counts.computeIfAbsent(obligation.requirement(), _ -> new long[3]);
                            count[which] += segment.status().isCovered() ? 1 : 0;
                            count[2] += which;
                        });
            }
        }

        private Recipient recipient(Got one) {
            Task first = one.tasks().getFirst();
            return new Recipient(
                    one.employee(),
                    first.dates().from(),
                    first.due(),
                    wished.wish().items().stream().map(item -> stand(one, item)).toList());
        }

        private Stand stand(Got one, ItemCode item) {
            boolean has = one.tasks().stream()
                    .filter(task -> task.item().equals(item))
                    .noneMatch(Task::isOpen);
            return has ? Stand.HAS : isAssigned(one, item) ? Stand.ASSIGNED : Stand.GETS;
        }

        private boolean isAssigned(Got one, ItemCode item) {
            return open.stream()
                    .filter(each -> each.wish().items().contains(item))
                    .filter(each -> each.wish().kind() != Kind.OFFER)
                    .flatMap(each -> tasks.on(today, each, one.employee(), one.person()).stream())
                    .anyMatch(task -> task.item().equals(item) && task.isOpen());
        }
    }
}
