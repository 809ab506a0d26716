package no.kompetansebro.coverage.recalculation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.util.List;
import java.util.UUID;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps every employer's read model up to date without anybody asking. Two tasks, so that two instances can share a large
 * recalculation; what one of them leaves undone when it is killed, the other does.
 */
@Configuration(proxyBeanMethods = false)
class UpkeepSchedule {

    private static final Logger log = LoggerFactory.getLogger(UpkeepSchedule.class);

    private static final FixedDelay PAUSE = FixedDelay.ofSeconds(5);

    @Bean
    RecurringTask<Void> coverageUpkeep(Upkeep upkeep, JdbcClient jdbc) {
        return Tasks.recurring("coverage-upkeep", PAUSE).execute((_, _) -> everywhere(upkeep, jdbc));
    }

    @Bean
    RecurringTask<Void> coverageUpkeepHelper(Upkeep upkeep, JdbcClient jdbc) {
        return Tasks.recurring("coverage-upkeep-helper", PAUSE).execute((_, _) -> everywhere(upkeep, jdbc));
    }

    private static void everywhere(Upkeep upkeep, JdbcClient jdbc) {
        List<EmployerId> employers = jdbc.sql("select employer_id from employer")
                .query((row, _) -> new EmployerId(row.getObject("employer_id", UUID.class)))
                .list();
        employers.forEach(employer -> at(employer, upkeep));
    }

    /** What fails for one employer is tried again next time, and keeps nobody else from theirs. */
    private static void at(EmployerId employer, Upkeep upkeep) {
        try {
            EmployerScope.in(employer, () -> {
                upkeep.tidyUp();
                return true;
            });
        } catch (RuntimeException e) {
            log.warn("The coverage of employer {} could not be brought up to date", employer, e);
        }
    }
}
