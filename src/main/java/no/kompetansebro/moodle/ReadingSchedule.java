package no.kompetansebro.moodle;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * One task for each connection, so that two instances never read the same one at a time, and what a killed instance was at
 * is gone on with by another. A task reads for a while and comes back, so that nobody waits long for a slow Moodle.
 */
@Configuration(proxyBeanMethods = false)
class ReadingSchedule {

    static final String TASK = "moodle-reading";

    private static final FixedDelay AFTER_A_FAULT = FixedDelay.ofMinutes(1);

    @Bean
    CustomTask<Void> moodleReading(Readings readings) {
        return Tasks.custom(TASK, Void.class)
                .onFailureReschedule(AFTER_A_FAULT)
                .onDeadExecutionRevive()
                .execute((instance, _) -> then(work(readings, instance.getId())));
    }

    private static Optional<Instant> work(Readings readings, String instance) {
        int slash = instance.indexOf('/');
        EmployerId employer = new EmployerId(UUID.fromString(instance.substring(0, slash)));
        ConnectionId connection = new ConnectionId(UUID.fromString(instance.substring(slash + 1)));
        return EmployerScope.in(employer, () -> readings.work(connection));
    }

    private static CompletionHandler<Void> then(Optional<Instant> next) {
        return next.<CompletionHandler<Void>>map(at -> (complete, operations) -> operations.reschedule(complete, at))
                .orElseGet(() -> (_, operations) -> operations.remove());
    }

    /** Works too where this instance itself carries no scheduled work out. */
    @Bean
    ReadingRequests readingRequests(DataSource database, CustomTask<Void> moodleReading) {
        return new ReadingRequests(
                SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database), moodleReading)
                        .build());
    }
}
