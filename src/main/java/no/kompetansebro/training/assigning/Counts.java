package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the tasks of assignments, as they stand on a date, without keeping them. */
final class Counts {

    private final LocalDate asOf;
    private final Map<AssignmentId, Running> running = new LinkedHashMap<>();

    Counts(List<Assignment> assignments, LocalDate asOf) {
        this.asOf = asOf;
        assignments.forEach(each -> running.put(each.id(), new Running(each)));
    }

    /**
     * An assignment, and how many tasks there are of it, how many are done, and how many overdue.
     *
     * @param counted whether they were counted at all
     */
    record Count(Assignment assignment, boolean counted, int tasks, int done, int behind) {

        static Count not(Assignment assignment) {
            return new Count(assignment, false, 0, 0, 0);
        }

        /** Whether all whom it is for have done it. */
        boolean isClosed() {
            return tasks > 0 && done == tasks;
        }
    }

    private static final class Running {

        final Assignment assignment;
        int tasks;
        int done;
        int behind;

        Running(Assignment assignment) {
            this.assignment = assignment;
        }
    }

    /** The task is of one of the assignments. */
    void add(Task task) {
        Running of = running.get(task.assignment().id());
        if (of != null) {
            of.tasks++;
            of.done += task.isOpen() ? 0 : 1;
            of.behind += task.state(asOf) == Task.State.OVERDUE ? 1 : 0;
        }
    }

    /** In the order of the assignments. */
    List<Count> all() {
        return running.values().stream()
                .map(each -> new Count(each.assignment, true, each.tasks, each.done, each.behind))
                .toList();
    }
}
