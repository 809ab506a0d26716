package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.Persons;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.learning.ItemCode;
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

    private final Assignments assignments;
    private final Applications applications;
    private final Persons persons;
    private final Units units;
    private final Employments employments;

    Standings(
            Assignments assignments, Applications applications, Persons persons, Units units, Employments employments) {
        this.assignments = assignments;
        this.applications = applications;
        this.persons = persons;
        this.units = units;
        this.employments = employments;
    }

    /** An assignment with what is whose of it on the date. */
    record Standing(Assignment assignment, List<Task> tasks) {

        Counts.Count count(LocalDate asOf) {
            Counts counts = new Counts(List.of(assignment), asOf);
            tasks.forEach(counts::add);
            return counts.all().getFirst();
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

    /** The items in which results say how the assignments stand. */
    static Set<ItemCode> deciding(List<Assignment> assignments, Tasks tasks) {
        return assignments.stream()
                .flatMap(assignment -> assignment.wish().items().stream())
                .distinct()
                .flatMap(item -> tasks.outlook().deciding(item).stream())
                .collect(Collectors.toSet());
    }

    /** One of them; empty for what the viewer has nothing to do with. */
    Optional<Standing> of(Viewer viewer, AssignmentId id, LocalDate today) {
        return assignments.find(id).flatMap(found -> of(viewer, found, today));
    }

    private Optional<Standing> of(Viewer viewer, Assignment found, LocalDate today) {
        Tasks tasks = tasks(today);
        List<Task> own = new ArrayList<>();
        eachSeen(viewer, found, tasks, (employee, person) -> own.addAll(tasks.on(today, found, employee, person)));
        return own.isEmpty() && !reach(viewer, today).covers(found.wish().audience())
                ? Optional.empty()
                : Optional.of(new Standing(found, own));
    }

    /** Whether the viewer may change it. */
    boolean answersFor(Viewer viewer, Assignment assignment, LocalDate today) {
        return reach(viewer, today).answersFor(assignment.wish().audience());
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

    /** The same, with what says how the assignments stand and nothing else, which is read much sooner. */
    void eachLearning(
            Audience audience, List<Assignment> assignments, Tasks tasks, BiConsumer<EmployeeId, Person> sink) {
        UnitTree tree = units.tree();
        Set<ItemCode> items = deciding(assignments, tasks);
        switch (audience) {
            case Audience.People(Set<EmployeeId> people) -> persons.of(people, items, sink);
            case Audience.Unit(UnitCode unit) -> persons.ofUnits(tree.within(unit), items, sink);
            case Audience.Group group ->
                group.within()
                        .ifPresentOrElse(
                                unit -> persons.ofUnits(tree.within(unit), items, sink),
                                () -> persons.all(items, sink));
        }
    }

    /** Hands over, with what says how the assignment stands, at least those whom it is for and whom the viewer sees. */
    void eachSeen(Viewer viewer, Assignment assignment, Tasks tasks, BiConsumer<EmployeeId, Person> sink) {
        Reach reach = reach(viewer, tasks.today());
        List<Assignment> only = List.of(assignment);
        BiConsumer<EmployeeId, Person> seen = (employee, person) -> {
            if (reach.names(person)) {
                sink.accept(employee, person);
            }
        };
        if (viewer.everything()) {
            eachLearning(assignment.wish().audience(), only, tasks, seen);
        } else {
            persons.ofUnits(viewer.units(), deciding(only, tasks), seen);
        }
    }

    Tasks tasks(LocalDate knownOn) {
        return new Tasks(persons.outlook(), applications.selected(), knownOn);
    }

    private Reach reach(Viewer viewer, LocalDate today) {
        return new Reach(viewer, units.tree(), employments, today);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
