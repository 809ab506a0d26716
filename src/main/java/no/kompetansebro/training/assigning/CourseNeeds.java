package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.Items;
import no.kompetansebro.learning.Programmes;
import no.kompetansebro.lms.enrolling.Enrolments;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which courses of LMSs those whom something is assigned to have yet to take for it, and are not enrolled in on request. */
@Component
@Transactional(readOnly = true)
class CourseNeeds {

    private final Enrolments enrolments;
    private final Standings standings;
    private final Items items;

    CourseNeeds(Enrolments enrolments, Standings standings, Items items) {
        this.enrolments = enrolments;
        this.standings = standings;
        this.items = items;
    }

    /**
     * What is to be taken, of those whom the viewer sees.
     *
     * @param courses whether anything of the assignment has a course at all
     * @param lacking who is to be enrolled, by item; each item has somebody
     * @param asked how many enrolments have been asked for since it was assigned
     */
    record Needs(boolean courses, Map<ItemCode, Set<EmployeeId>> lacking, int asked) {}

    Needs of(Viewer viewer, Assignment assignment, LocalDate today) {
        Programmes programmes = Programmes.of(items.all());
        List<ItemCode> wished = assignment.wish().items();
        Set<ItemCode> withCourse = Set.copyOf(enrolments.possible(
                wished.stream().flatMap(item -> withParts(item, programmes)).toList()));
        if (withCourse.isEmpty()) {
            return new Needs(false, Map.of(), 0);
        }
        Map<ItemCode, Set<EmployeeId>> asked = enrolments.asked(withCourse, assignment.assignedOn());
        Tasks tasks = standings.tasks(today);
        Reading reading = new Reading(assignment, tasks, programmes, withCourse, asked);
        standings.eachSeen(viewer, assignment, tasks, reading::read);
        return new Needs(true, reading.lacking, reading.found);
    }

    private static Stream<ItemCode> withParts(ItemCode item, Programmes programmes) {
        return Stream.concat(
                Stream.of(item), programmes.parts(item).stream().flatMap(part -> withParts(part, programmes)));
    }

    /** People on their way. */
    private static final class Reading {

        private final Assignment assignment;
        private final Tasks tasks;
        private final Programmes programmes;
        private final Set<ItemCode> withCourse;
        private final Map<ItemCode, Set<EmployeeId>> asked;
        private final Map<ItemCode, Set<EmployeeId>> lacking = new LinkedHashMap<>();
        private int found;

        Reading(
                Assignment assignment,
                Tasks tasks,
                Programmes programmes,
                Set<ItemCode> withCourse,
                Map<ItemCode, Set<EmployeeId>> asked) {
            this.assignment = assignment;
            this.tasks = tasks;
            this.programmes = programmes;
            this.withCourse = withCourse;
            this.asked = asked;
        }

        void read(EmployeeId employee, Person person) {
            tasks.on(tasks.today(), assignment, employee, person).stream()
                    .filter(Task::isOpen)
                    .flatMap(task -> courses(task.item(), tasks.held(person, task.countsFrom())))
                    .distinct()
                    .forEach(item -> add(item, employee));
        }

        private void add(ItemCode item, EmployeeId employee) {
            if (asked.getOrDefault(item, Set.of()).contains(employee)) {
                found++;
            } else {
                lacking.computeIfAbsent(item, _ -> new LinkedHashSet<>()).add(employee);
            }
        }

        /** The item itself, else what is left of its parts. */
        private Stream<ItemCode> courses(ItemCode item, Set<ItemCode> had) {
            if (withCourse.contains(item)) {
                return Stream.of(item);
            }
            Set<ItemCode> done = Set.copyOf(programmes.done(item, had));
            return programmes.parts(item).stream()
                    .filter(part -> !done.contains(part))
                    .flatMap(part -> courses(part, had));
        }
    }
}
