package no.kompetansebro.lms;

import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries what waits in quarantine again as soon as an account link, an employee, an item or a mapping appeared. A kill loses
 * nothing: that it was tried is kept with what came of it.
 */
@Component
class QuarantineWork {

    private static final Logger log = LoggerFactory.getLogger(QuarantineWork.class);

    private final IntakeWatch watch;
    private final Quarantine quarantine;
    private final TransactionTemplate transaction;

    QuarantineWork(IntakeWatch watch, Quarantine quarantine, TransactionTemplate transaction) {
        this.watch = watch;
        this.quarantine = quarantine;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${kompetansebro.lms.quarantine-look:2s}")
    void look() {
        watch.employers().forEach(this::at);
    }

    private void at(EmployerId employer) {
        try {
            EmployerScope.in(employer, () -> {
                while (transaction.<Boolean>execute(_ -> release())) {
                    log.info("Completions of employer {} left quarantine", employer);
                }
                return true;
            });
        } catch (RuntimeException e) {
            log.warn("What waits in quarantine of employer {} could not be tried", employer, e);
        }
    }

    private boolean release() {
        return watch.isNews(watch.state()) && quarantine.release() > 0;
    }
}
