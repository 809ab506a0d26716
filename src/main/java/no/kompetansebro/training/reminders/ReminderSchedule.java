package no.kompetansebro.training.reminders;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One task for all instances, each minute: whichever comes first reminds, and the number of letters is bounded for all. */
@Configuration(proxyBeanMethods = false)
class ReminderSchedule {

    @Bean
    RecurringTask<Void> reminders(ReminderWork work, Clock clock) {
        return Tasks.recurring("reminders", FixedDelay.ofMinutes(1)).execute((_, _) -> work.work(clock.instant()));
    }
}
