package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import no.kompetansebro.coverage.Persons;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employments;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.assigning.Counts.Count;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of assignments with how far they have come, for many people at a time. */
@Component
@Transactional(readOnly = true)
class CountedAssignments {

    /** Of more people nothing is counted in lists of assignments: it would take seconds each time. */
    static final int MOST_COUNTED = 50_000;

    private final Assignments assignments;
    private final Standings standings;
    private final Persons persons;
    private final Units units;
    private final Employments employments;

    CountedAssignments(
            Assignments assignments, Standings standings, Persons persons, Units units, Employments employments) {
        this.assignments = assignments;
        this.standings = standings;
        this.persons = persons;
        this.units = units;
        this.employments = employments;
    }

    /** Those that are for anybody in the unit or below it on the date, counted among them; the viewer sees the unit. */
    List<Count> in(UnitCode unit, LocalDate asOf, LocalDate today) {
        Set<UnitCode> within = units.tree().within(unit);
        List<Assignment> all = assignments.on(asOf);
        Counts counts = new Counts(all, asOf);
        Tasks tasks = standings.tasks(asOf.isBefore(today) ? asOf : today);
        if (!all.isEmpty()) {
            persons.ofUnits(within, Standings.deciding(all, tasks), (id, person) -> {
                if (worksIn(person, within, asOf)) {
                    all.forEach(each -> tasks.on(asOf, each, id, person).forEach(counts::add));
                }
            });
        }
        return counts.all().stream().filter(count -> count.tasks() > 0).toList();
    }

    private static boolean worksIn(Person person, Set<UnitCode> units, LocalDate asOf) {
        return person.employments().stream().anyMatch(e -> e.dates().contains(asOf) && units.contains(e.unit()));
    }

    /** Those that the viewer answers for, or that are for people whom the viewer sees; counted among these people, today. */
    List<Count> seenBy(Viewer viewer, LocalDate today) {
        List<Assignment> all = assignments.on(today);
        if (viewer.everything() && persons.areMoreThan(MOST_COUNTED)) {
            return all.stream().map(Count::not).toList();
        }
        Counts counts = new Counts(all, today);
        Reach reach = new Reach(viewer, units.tree(), employments, today);
        if (!all.isEmpty()) {
            count(viewer, all, today, reach, counts);
        }
        return counts.all().stream()
                .filter(count -> count.tasks() > 0
                        || reach.covers(count.assignment().wish().audience()))
                .toList();
    }

    private void count(Viewer viewer, List<Assignment> all, LocalDate today, Reach reach, Counts counts) {
        Tasks tasks = standings.tasks(today);
        BiConsumer<EmployeeId, Person> look = (id, person) -> {
            if (reach.names(person)) {
                all.forEach(each -> tasks.on(today, each, id, person).forEach(counts::add));
            }
        };
        if (viewer.everything()) {
            persons.all(Standings.deciding(all, tasks), look);
        } else {
            persons.ofUnits(viewer.units(), Standings.deciding(all, tasks), look);
        }
    }
}
