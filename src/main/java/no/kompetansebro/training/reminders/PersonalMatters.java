package no.kompetansebro.training.reminders;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.requirement.RequirementCode;

/** What there is to say to one person on a day; a pure function of how they stand. */
record PersonalMatters(Settings settings, LocalDate today) {

    /**
     * All that is to be said by the day, whether it was said before or not.
     *
     * @param lapsed since when those pairs have been expired that are
     */
    List<Matter> of(List<Pair> pairs, Map<RequirementCode, LocalDate> lapsed, List<RemindableTasks.Task> tasks) {
        return Stream.concat(
                        pairs.stream().flatMap(pair -> of(pair, lapsed).stream()),
                        tasks.stream().flatMap(this::of))
                .toList();
    }

    private Optional<Matter> of(Pair pair, Map<RequirementCode, LocalDate> lapsed) {
        String subject = pair.requirement().value();
        return switch (pair.status()) {
            case DUE -> ahead(Matter.Kind.DEADLINE, subject, pair.deadline().minusDays(1));
            case EXPIRING -> pair.heldUntil().flatMap(until -> ahead(Matter.Kind.EXPIRY, subject, until.minusDays(1)));
            case OVERDUE -> Optional.of(new Matter(Matter.Kind.PASSED, subject, pair.deadline(), 0));
            case EXPIRED ->
                Optional.ofNullable(lapsed.get(pair.requirement()))
                        .map(since -> new Matter(Matter.Kind.PASSED, subject, since, 0));
            case COVERED, EXEMPT -> Optional.empty();
        };
    }

    private Stream<Matter> of(RemindableTasks.Task task) {
        Matter assigned = new Matter(Matter.Kind.ASSIGNED, task.key(), task.assignedOn(), 0);
        Optional<Matter> dated = task.due().isBefore(today)
                ? Optional.of(new Matter(Matter.Kind.TASK_PASSED, task.key(), task.due(), 0))
                : ahead(Matter.Kind.TASK_DEADLINE, task.key(), task.due());
        return Stream.concat(Stream.of(assigned), dated.stream());
    }

    private Optional<Matter> ahead(Matter.Kind kind, String subject, LocalDate lastDay) {
        return settings.step(ChronoUnit.DAYS.between(today, lastDay))
                .map(step -> new Matter(kind, subject, lastDay, step));
    }

    /** Those that are not superfluous after what was said. */
    static List<Matter> unsaid(List<Matter> matters, List<Matter> said) {
        return matters.stream()
                .filter(matter -> said.stream().noneMatch(matter::isCoveredBy))
                .toList();
    }
}
