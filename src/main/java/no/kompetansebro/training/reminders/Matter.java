package no.kompetansebro.training.reminders;

import java.time.LocalDate;

/**
 * Something to say to somebody, as the ledger knows it.
 *
 * @param subject the code of a requirement or unit, or the key of a task
 * @param on the last day in time, or the day on which it lapsed, was assigned or was said
 * @param step the days ahead that were reached; 0 for what has no steps
 */
record Matter(Kind kind, String subject, LocalDate on, int step) {

    /** What about; in the order in which a letter says it. */
    enum Kind {
        /** The leader reminds of a requirement. */
        NUDGE,
        /** A requirement that lapsed, or whose deadline has passed. */
        PASSED,
        /** The task's last day has passed. */
        TASK_PASSED,
        /** A task that is new; its last day is told with it, and need not be told the next day. */
        ASSIGNED,
        /** A requirement's deadline is ahead. */
        DEADLINE,
        /** A task's last day is ahead. */
        TASK_DEADLINE,
        /** What is held ends soon. */
        EXPIRY,
        /** A leader's week: how a unit stands. */
        WEEK;

        boolean isOfTask() {
            return this == ASSIGNED || this == TASK_DEADLINE || this == TASK_PASSED;
        }
    }

    /** Whether having said the other makes it superfluous to say this: the same, at this step or a later one. */
    boolean isCoveredBy(Matter said) {
        return kind == said.kind
                && subject.equals(said.subject)
                && (kind == Kind.ASSIGNED || on.equals(said.on))
                && said.step <= step;
    }
}
