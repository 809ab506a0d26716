package no.kompetansebro.planning.wheel;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.SummaryRow;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.wheel.Delivery.Made;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The turns of a year, and how they are delivered. */
@Component
@Transactional
class Wheel {

    private final WheelTasks tasks;
    private final Deliveries deliveries;
    private final Coverage coverage;
    private final EmployerCalendar calendar;

    Wheel(WheelTasks tasks, Deliveries deliveries, Coverage coverage, EmployerCalendar calendar) {
        this.tasks = tasks;
        this.deliveries = deliveries;
        this.coverage = coverage;
        this.calendar = calendar;
    }

    private record Key(UUID task, UnitCode unit) {}

    /** Every turn of the year, by task and unit. */
    @Transactional(readOnly = true)
    Map<WheelTask, List<Turn>> turns(int year, UnitTree tree) {
        Map<Key, Delivery> delivered = deliveries.of(year).stream()
                .collect(Collectors.toMap(
                        each -> new Key(each.made().task(), each.made().unit()), Function.identity()));
        Map<WheelTask, List<Turn>> turns = new LinkedHashMap<>();
        tasks.all().stream()
                .filter(task -> task.isIn(year))
                .forEach(task -> turns.put(
                        task,
                        task.wish().level().units(tree, task.wish().area()).stream()
                                .map(unit -> new Turn(
                                        task, unit, year, Optional.ofNullable(delivered.get(new Key(task.id(), unit)))))
                                .toList()));
        return turns;
    }

    /** Delivers today, with today's figures where the task freezes them; empty where that has been done already. */
    Optional<UUID> deliver(Viewer viewer, WheelTask task, Made made, EmployeeId by) {
        LocalDate today = calendar.today();
        Optional<FrozenFigures> figures =
                task.wish().freezes() ? Optional.of(figures(viewer, made.unit(), today)) : Optional.empty();
        return deliveries.add(made, today, figures, by);
    }

    /** The unit's figures on the date: what the headline of a screen counts, without what is only recommended. */
    @Transactional(readOnly = true)
    FrozenFigures figures(Viewer viewer, UnitCode unit, LocalDate asOf) {
        Question question = Question.asOf(asOf).headline().in(unit);
        return new FrozenFigures(
                asOf,
                coverage.figures(viewer, question),
                coverage.summary(viewer, question, SummaryRow.By.REQUIREMENT).stream()
                        .map(row -> new FrozenFigures.Row(row.key(), row.name().in("nb"), row.figures()))
                        .toList());
    }
}
