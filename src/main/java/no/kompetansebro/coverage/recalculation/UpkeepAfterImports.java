package no.kompetansebro.coverage.recalculation;

import no.kompetansebro.imports.ImportApplied;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Brings the read model up to date before an import answers that it was applied, so that the first to ask afterwards need not
 * wait. It would be brought up to date without this, too: whoever asks catches up first.
 */
@Component
class UpkeepAfterImports {

    private static final Logger log = LoggerFactory.getLogger(UpkeepAfterImports.class);

    private final Upkeep upkeep;
    private final Workers workers;

    UpkeepAfterImports(Upkeep upkeep, Workers workers) {
        this.upkeep = upkeep;
        this.workers = workers;
    }

    /**
     * In a thread of its own: this one is still bound to the transaction that has just ended. The import is applied whatever
     * happens here, and says so.
     */
    @TransactionalEventListener
    void on(ImportApplied applied) {
        try {
            workers.alone(upkeep::tidyUp);
        } catch (RuntimeException e) {
            log.warn("Coverage was not brought up to date after an import of {}", applied.kind(), e);
        }
    }
}
