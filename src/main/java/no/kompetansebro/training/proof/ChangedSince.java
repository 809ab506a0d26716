package no.kompetansebro.training.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.PageSection;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.UnitCode;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * On <i>Min enhet</i> of today: whose requirements stand otherwise than on the day on which the leader looked before. Both days are
 * answered from what is known now (coverage.md section 1): what was achieved before that day and recorded after it is no change.
 */
@Component
@Order(400)
class ChangedSince implements PageSection {

    /** Of large units the list would be no news but a report. */
    private static final int MOST_PEOPLE = 150;

    private static final int MOST_SHOWN = 12;

    private final UnitVisits visits;
    private final OwnPeople people;
    private final Coverage coverage;
    private final Employees employees;
    private final Lexicons lexicons;

    ChangedSince(UnitVisits visits, OwnPeople people, Coverage coverage, Employees employees, Lexicons lexicons) {
        this.visits = visits;
        this.people = people;
        this.coverage = coverage;
        this.employees = employees;
        this.lexicons = lexicons;
    }

    /** What the section shows; {@code more} is what did not fit. */
    record View(String since, List<Line> lines, int more) {}

    /** A pair that stands otherwise now. */
    record Line(String name, String requirement, String before, String now) {}

    private record Change(Optional<Pair> before, Pair now) {}

    @Override
    public Place place() {
        return Place.LATE;
    }

    @Override
    public Optional<Content> content(Asked asked) {
        return switch (asked.subject()) {
            case Subject.Oneself _ -> Optional.empty();
            case Subject.OfUnit(var unit) ->
                asked.asOf().isToday() && asked.viewer().leads()
                        ? asked.viewer()
                                .employee()
                                .flatMap(viewer ->
                                        visits.visit(viewer, unit, asked.asOf().today()))
                                .flatMap(since -> content(asked, unit, since))
                        : Optional.empty();
        };
    }

    private Optional<Content> content(Asked asked, UnitCode unit, LocalDate since) {
        LocalDate today = asked.asOf().today();
        if (people.of(asked.viewer(), unit, today).size() > MOST_PEOPLE) {
            return Optional.empty();
        }
        Map<Pair.Place, Pair> before = new HashMap<>();
        coverage.pairs(asked.viewer(), Question.asOf(since).in(unit), pair -> before.put(pair.place(), pair));
        List<Change> changes = new ArrayList<>();
        coverage.pairs(asked.viewer(), Question.asOf(today).in(unit), pair -> {
            Optional<Pair> then = Optional.ofNullable(before.get(pair.place()));
            if (then.map(Pair::status).filter(pair.status()::equals).isEmpty()) {
                changes.add(new Change(then, pair));
            }
        });
        changes.sort(Comparator.comparing(change -> !change.now().status().isGap()));
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Content("training/bevis-deler", "changed", view(asked, since, changes)));
    }

    private View view(Asked asked, LocalDate since, List<Change> changes) {
        List<Change> shown = changes.stream().limit(MOST_SHOWN).toList();
        Map<EmployeeId, Employee> names = employees.find(
                shown.stream().map(change -> change.now().employeeId()).toList());
        Lexicon lexicon = lexicons.current();
        return new View(
                asked.words().date(since),
                shown.stream()
                        .map(change -> new Line(
                                Optional.ofNullable(names.get(change.now().employeeId()))
                                        .map(Employee::name)
                                        .orElse(""),
                                lexicon.name(change.now().requirement(), asked.words()),
                                change.before()
                                        .map(pair -> asked.words().status(pair.status()))
                                        .orElseGet(() -> asked.words().text("training.proof.changed.new")),
                                asked.words().status(change.now().status())))
                        .toList(),
                changes.size() - shown.size());
    }
}
