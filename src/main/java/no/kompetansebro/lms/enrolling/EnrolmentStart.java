package no.kompetansebro.lms.enrolling;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.kompetansebro.shared.EmployerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.transaction.event.TransactionalEventListener;

/** Starts the working off when what is to be worked off is committed; beside the request, whose connection is not free yet. */
class EnrolmentStart implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(EnrolmentStart.class);

    private final SchedulerClient scheduler;
    private final Clock clock;
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("lms-enrolling-", 0).factory());

    EnrolmentStart(SchedulerClient scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @TransactionalEventListener
    void on(EnrolmentsWait wait) {
        workers.execute(() -> start(wait.employer()));
    }

    private void start(EmployerId employer) {
        try {
            TaskInstance<Void> task = EnrolmentSchedule.task(employer);
            if (!scheduler.scheduleIfNotExists(task, clock.instant())) {
                scheduler.reschedule(task, clock.instant());
            }
        } catch (TaskInstanceCurrentlyExecutingException e) {
            // It is at it, and looks for what is new before it says when to come back.
        } catch (RuntimeException e) {
            log.warn("The enrolments of employer {} are found later", employer, e);
        }
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }
}
