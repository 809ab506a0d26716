package no.kompetansebro.lms.enrolling;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * One task for each employer that has ever had anybody enrolled, so that two instances never work off the same ones, and
 * what a killed instance was at is gone on with by another.
 */
@Configuration(proxyBeanMethods = false)
class EnrolmentSchedule {

    private static final String TASK = "lms-enrolling";
    private static final FixedDelay AFTER_A_FAULT = FixedDelay.ofMinutes(1);

    /** Where an instance was killed between a request and its schedule, the request is found after this. */
    private static final FixedDelay LOOK = FixedDelay.ofMinutes(1);

    /** A request that was made while the task said good-bye is found after this. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

    @Bean
    CustomTask<Void> lmsEnrolling(EnrolmentWork work, Clock clock) {
        return Tasks.custom(TASK, Void.class)
                .onFailureReschedule(AFTER_A_FAULT)
                .onDeadExecutionRevive()
                .execute((instance, _) -> {
                    Instant next = next(work, clock, new EmployerId(UUID.fromString(instance.getId())));
                    return (complete, operations) -> operations.reschedule(complete, next);
                });
    }

    @Bean
    RecurringTask<Void> lmsEnrollingLook(EnrolmentWatch watch, Clock clock) {
        return Tasks.recurring("lms-enrolling-look", LOOK)
                .execute((_, context) -> watch.employers()
                        .forEach(employer ->
                                context.getSchedulerClient().scheduleIfNotExists(task(employer), clock.instant())));
    }

    private static Instant next(EnrolmentWork work, Clock clock, EmployerId employer) {
        Instant idle = clock.instant().plus(LOOK_AGAIN);
        return EmployerScope.in(employer, () -> work.work())
                .filter(next -> next.isBefore(idle))
                .orElse(idle);
    }

    static TaskInstance<Void> task(EmployerId employer) {
        return new TaskInstance<>(TASK, employer.toString());
    }

    /** Works too where this instance itself carries no scheduled work out. */
    @Bean
    EnrolmentStart enrolmentStart(DataSource database, CustomTask<Void> lmsEnrolling, Clock clock) {
        return new EnrolmentStart(
                SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database), lmsEnrolling)
                        .build(),
                clock);
    }
}
