package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.engine.Obligation;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.coverage.engine.Result;
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
    private final AssignmentHistory history;
    private final Standings standings;
    private final Requirements requirements;
    private final Units units;
    private final Employments employments;

    Previews(
            Assignments assignments,
            AssignmentHistory history,
            Standings standings,
            Requirements requirements,
            Units units,
            Employments employments) {
        this.assignments = assignments;
        this.history = history;
        this.standings = standings;
        this.requirements = requirements;
        this.units = units;
        this.employments = employments;
    }

    /** Empty where the viewer may not assign it; that it was tried is kept. */
    @Transactional
    public Optional<Preview> of(Viewer viewer, Wish wish, LocalDate today) {
        if (!new Reach(viewer, units.tree(), employments, today).covers(wish.audience())) {
            history.refused(viewer.employee(), "PREVIEW", wish.audience());
            return Optional.empty();
        }
        Assignment wished =
                new Assignment(new AssignmentId(new UUID(0, 0)), wish, viewer.employee(), today, Optional.empty(), 1);
        List<Assignment> open = assignments.open();
        Tasks tasks = standings.tasks(today);
        Reading reading = new Reading(wished, tasks, open, today);
        standings.eachLearning(
                wish.audience(), Stream.concat(Stream.of(wished), open.stream()).toList(), tasks, reading::read);
        standings.each(wish.audience(), reading::count);
        Set<RequirementCode> recommended = requirements.all().stream()
                .filter(each -> each.category() == Category.RECOMMENDED)
                .map(Requirement::code)
                .collect(Collectors.toSet());
        return Optional.of(reading.preview(recommended));
    }

    /** People on their way into a preview: first who gets it and until when, then what it does; nobody is kept. */
    private static final class Reading {

        private final Assignment wished;
        private final Tasks tasks;
        private final List<Assignment> open;
        private final LocalDate today;
        private final Map<EmployeeId, Recipient> recipients = new LinkedHashMap<>();
        private final Map<RequirementCode, long[]> counts = new LinkedHashMap<>();
        private LocalDate on;

        Reading(Assignment wished, Tasks tasks, List<Assignment> open, LocalDate today) {
            this.wished = wished;
            this.tasks = tasks;
            this.open = open;
            this.today = today;
            this.on = today.plusDays(1);
        }

        void read(EmployeeId employee, Person person) {
            List<Task> own = tasks.of(wished, employee, person).stream()
                    .filter(task -> task.dates().until().isAfter(today))
                    .toList();
            if (!own.isEmpty()) {
                recipients.put(employee, recipient(employee, person, own));
                own.forEach(task -> on = task.due().isAfter(on) ? task.due() : on);
            }
        }

        Preview preview(Set<RequirementCode> recommended) {
            List<Effect> effects = counts.entrySet().stream()
                    .map(count -> new Effect(count.getKey(), cover(count.getValue())))
                    .toList();
            return new Preview(
                    List.copyOf(recipients.values()),
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

        /** After everybody has been read. */
        void count(EmployeeId employee, Person person) {
            if (recipients.containsKey(employee)) {
                List<Obligation> before = tasks.outlook().obligations(person);
                List<Result> planned = tasks.planned(wished, employee, person);
                count(before, 0);
                count(planned.isEmpty() ? before : tasks.outlook().obligations(person.with(planned)), 1);
            }
        }

        private void count(List<Obligation> obligations, int which) {
            for (Obligation obligation : obligations) {
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

        private Recipient recipient(EmployeeId employee, Person person, List<Task> own) {
            Task first = own.getFirst();
            return new Recipient(
                    employee,
                    first.dates().from(),
                    first.due(),
                    wished.wish().items().stream()
                            .map(item -> stand(employee, person, own, item))
                            .toList());
        }

        private Stand stand(EmployeeId employee, Person person, List<Task> own, ItemCode item) {
            boolean has = own.stream().filter(task -> task.item().equals(item)).noneMatch(Task::isOpen);
            return has ? Stand.HAS : isAssigned(employee, person, item) ? Stand.ASSIGNED : Stand.GETS;
        }

        private boolean isAssigned(EmployeeId employee, Person person, ItemCode item) {
            return open.stream()
                    .filter(each -> each.wish().items().contains(item))
                    .filter(each -> each.wish().kind() != Kind.OFFER)
                    .flatMap(each -> tasks.on(today, each, employee, person).stream())
                    .anyMatch(task -> task.item().equals(item) && task.isOpen());
        }
    }
}
