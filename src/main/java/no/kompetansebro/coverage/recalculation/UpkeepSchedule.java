package no.kompetansebro.coverage.recalculation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps every employer's read model up to date without anybody asking. Two tasks, so that two instances can share a large
 * recalculation; what one of them leaves undone when it is killed, the other does. Once a night a sample is checked.
 */
@Configuration(proxyBeanMethods = false)
class UpkeepSchedule {

    private static final FixedDelay PAUSE = FixedDelay.ofSeconds(5);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 40);

    @Bean
    EachEmployer upkeepOfEach(Upkeep upkeep, JdbcClient jdbc, Clock clock) {
        return new EachEmployer("The upkeep of coverage", upkeep::tidyUp, jdbc, clock);
    }

    @Bean
    EachEmployer driftCheckOfEach(DriftRepair repair, JdbcClient jdbc, Clock clock) {
        return new EachEmployer("The check of coverage", repair::work, jdbc, clock);
    }

    @Bean
    RecurringTask<Void> coverageUpkeep(EachEmployer upkeepOfEach) {
        return Tasks.recurring("coverage-upkeep", PAUSE).execute((_, _) -> upkeepOfEach.work());
    }

    @Bean
    RecurringTask<Void> coverageUpkeepHelper(EachEmployer upkeepOfEach) {
        return Tasks.recurring("coverage-upkeep-helper", PAUSE).execute((_, _) -> upkeepOfEach.work());
    }

    @Bean
    RecurringTask<Void> coverageDriftCheck(EachEmployer driftCheckOfEach) {
        return Tasks.recurring("coverage-drift-check", Schedules.daily(ZoneId.of("Europe/Oslo"), AT_NIGHT))
                .execute((_, _) -> driftCheckOfEach.work());
    }
}
