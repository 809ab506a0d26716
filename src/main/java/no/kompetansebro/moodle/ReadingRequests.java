package no.kompetansebro.moodle;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import no.kompetansebro.shared.EmployerScope;

/** Asks for a Moodle to be read before its turn, by whichever instance comes first. */
final class ReadingRequests {

    private final SchedulerClient scheduler;

    ReadingRequests(SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    /** Has the connection of the employer in scope read soon, whenever it would be its turn. */
    void now(ConnectionId connection, Instant now) {
        TaskInstance<Void> task = new TaskInstance<>(ReadingSchedule.TASK, EmployerScope.required() + "/" + connection);
        try {
            if (!scheduler.scheduleIfNotExists(task, now)) {
                scheduler.reschedule(task, now);
            }
        } catch (TaskInstanceCurrentlyExecutingException e) {
            // It is being read, and looks for what is asked before it says when to come back.
        }
    }
}
