package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import no.kompetansebro.coverage.Persons;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employments;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How assignments stand: for one employee, for the people of units, for everybody. */
@Component("assignmentStandings")
@Transactional(readOnly = true)
class Standings {

    /** Of more people nothing is counted in lists of assignments to groups. */
    static final int FEW = 5_000;

    private final Assignments assignments;
    private final Persons persons;
    private final Units units;
    private final Employments employments;

    Standings(Assignments assignments, Persons persons, Units units, Employments employments) {
        this.assignments = assignments;
        this.persons = persons;
        this.units = units;
        this.employments = employments;
    }

    /** An assignment with what is whose of it on the date; {@code counted}: whether the people were looked at at all. */
    record Standing(Assignment assignment, List<Task> tasks, boolean counted) {

        long done() {
            return tasks.stream().filter(task -> !task.isOpen()).count();
        }

        long behind(LocalDate asOf) {
            return tasks.stream()
                    .filter(task -> task.state(asOf) == Task.State.OVERDUE)
                    .count();
        }

        /** Whether all whom it is for have done it. */
        boolean isClosed() {
            return counted && !tasks.isEmpty() && tasks.stream().noneMatch(Task::isOpen);
        }
    }

    /** What is the employee's own on the date, as known then. */
    List<Task> of(EmployeeId employee, LocalDate asOf, LocalDate today) {
        List<Assignment> all = assignments.on(asOf);
        Tasks tasks = tasks(earlier(asOf, today));
        List<Task> own = new ArrayList<>();
        if (!all.isEmpty()) {
            persons.of(
                    List.of(employee),
                    (id, person) -> all.forEach(each -> own.addAll(tasks.on(asOf, each, id, person))));
        }
        return own;
    }

    /** What the employee may apply for on the date. */
    List<Assignment> toApplyFor(EmployeeId employee, LocalDate asOf) {
        List<Assignment> offers = assignments.on(asOf).stream()
                .filter(each -> each.wish().kind() == Kind.BY_APPLICATION)
                .toList();
        List<Assignment> own = new ArrayList<>();
        if (!offers.isEmpty()) {
            Tasks tasks = tasks(asOf);
            persons.of(
                    List.of(employee),
                    (id, person) -> offers.stream()
                            .filter(each -> tasks.isOpenTo(each, id, person, asOf))
                            .forEach(own::add));
        }
        return own;
    }

    /** Those that are for anybody in the unit or below it on the date, with what is theirs; the viewer sees the unit. */
    List<Standing> in(UnitCode unit, LocalDate asOf, LocalDate today) {
        Set<UnitCode> within = units.tree().within(unit);
        Map<AssignmentId, List<Task>> found = new LinkedHashMap<>();
        List<Assignment> all = assignments.on(asOf);
        Tasks tasks = tasks(earlier(asOf, today));
        if (!all.isEmpty()) {
            persons.ofUnits(within, (id, person) -> {
                if (worksIn(person, within, asOf)) {
                    all.forEach(each -> found.computeIfAbsent(each.id(), _ -> new ArrayList<>())
                            .addAll(tasks.on(asOf, each, id, person)));
                }
            });
        }
        return all.stream()
                .map(each -> new Standing(each, found.getOrDefault(each.id(), List.of()), true))
                .filter(standing -> !standing.tasks().isEmpty())
                .toList();
    }

    private static boolean worksIn(Person person, Set<UnitCode> units, LocalDate asOf) {
        return person.employments().stream().anyMatch(e -> e.dates().contains(asOf) && units.contains(e.unit()));
    }

    /** Those that the viewer answers for, or that are for people whom the viewer sees; with what is these people's today. */
    List<Standing> seenBy(Viewer viewer, LocalDate today) {
        List<Assignment> all = assignments.on(today);
        Reach reach = reach(viewer, today);
        boolean few = !viewer.everything() || !persons.areMoreThan(FEW);
        Map<AssignmentId, List<Task>> found = new LinkedHashMap<>();
        Tasks tasks = tasks(today);
        if (few && !all.isEmpty()) {
            BiConsumer<EmployeeId, Person> look = (id, person) -> {
                if (reach.names(person)) {
                    all.forEach(each -> found.computeIfAbsent(each.id(), _ -> new ArrayList<>())
                            .addAll(tasks.on(today, each, id, person)));
                }
            };
            if (viewer.everything()) {
                persons.all(look);
            } else {
                persons.ofUnits(viewer.units(), look);
            }
        }
        return all.stream()
                .map(each -> new Standing(each, found.getOrDefault(each.id(), List.of()), few))
                .filter(standing -> !standing.tasks().isEmpty()
                        || reach.covers(standing.assignment().wish().audience()))
                .toList();
    }

    /** One of them; empty for what the viewer has nothing to do with. */
    Optional<Standing> of(Viewer viewer, AssignmentId id, LocalDate today) {
        return assignments.find(id).flatMap(found -> of(viewer, found, today));
    }

    private Optional<Standing> of(Viewer viewer, Assignment found, LocalDate today) {
        Tasks tasks = tasks(today);
        List<Task> own = new ArrayList<>();
        eachSeen(
                viewer,
                found.wish().audience(),
                today,
                (employee, person) -> own.addAll(tasks.on(today, found, employee, person)));
        return own.isEmpty() && !reach(viewer, today).covers(found.wish().audience())
                ? Optional.empty()
                : Optional.of(new Standing(found, own, true));
    }

    /** Whether the viewer may change it. */
    boolean answersFor(Viewer viewer, Assignment assignment, LocalDate today) {
        return reach(viewer, today).covers(assignment.wish().audience());
    }

    /** Hands over at least everybody whom the audience may have in it on any date. */
    void each(Audience audience, BiConsumer<EmployeeId, Person> sink) {
        UnitTree tree = units.tree();
        switch (audience) {
            case Audience.People(Set<EmployeeId> people) -> persons.of(people, sink);
            case Audience.Unit(UnitCode unit) -> persons.ofUnits(tree.within(unit), sink);
            case Audience.Group group ->
                group.within()
                        .ifPresentOrElse(unit -> persons.ofUnits(tree.within(unit), sink), () -> persons.all(sink));
        }
    }

    /** Hands over at least those of the audience whom the viewer sees, and nobody else by name. */
    void eachSeen(Viewer viewer, Audience audience, LocalDate today, BiConsumer<EmployeeId, Person> sink) {
        Reach reach = reach(viewer, today);
        BiConsumer<EmployeeId, Person> seen = (employee, person) -> {
            if (reach.names(person)) {
                sink.accept(employee, person);
            }
        };
        if (viewer.everything()) {
            each(audience, seen);
        } else {
            persons.ofUnits(viewer.units(), seen);
        }
    }

    Tasks tasks(LocalDate knownOn) {
        return new Tasks(persons.outlook(), assignments.selected(), knownOn);
    }

    private Reach reach(Viewer viewer, LocalDate today) {
        return new Reach(viewer, units.tree(), employments, today);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
