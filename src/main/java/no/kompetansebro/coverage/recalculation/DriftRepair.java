package no.kompetansebro.coverage.recalculation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import no.kompetansebro.coverage.recalculation.DriftCheck.Drift;
import no.kompetansebro.shared.EmployerScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Has a sample of the employees of the employer in scope checked, and those whose trace has drifted calculated anew. */
@Component
class DriftRepair {

    private static final Logger log = LoggerFactory.getLogger(DriftRepair.class);

    private final DriftCheck check;
    private final Backlog backlog;
    private final TransactionTemplate transaction;
    private final Counter drifted;
    private final int sample;

    DriftRepair(
            DriftCheck check,
            Backlog backlog,
            PlatformTransactionManager transactions,
            MeterRegistry meters,
            @Value("${kompetansebro.coverage.drift-sample:500}") int sample) {
        this.check = check;
        this.backlog = backlog;
        this.transaction = new TransactionTemplate(transactions);
        this.drifted = Counter.builder("kompetansebro.coverage.drifted")
                .description("Employees whose kept coverage was not what the facts give")
                .register(meters);
        this.sample = sample;
    }

    void work() {
        Drift found = check.check(sample);
        int count = found.drifted().size();
        if (count > 0) {
            log.error(
                    "The coverage kept of {} out of {} employees of employer {} is not what the facts give; it is calculated anew",
                    count,
                    found.checked(),
                    EmployerScope.required());
            drifted.increment(count);
            transaction.executeWithoutResult(_ -> backlog.queue(found.drifted()));
        }
    }
}
