package no.kompetansebro.lms;

import no.kompetansebro.evidence.ResultRecorded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A new result makes the scores of its employee be computed anew, noted in the transaction that records it. */
@Component
class ScoresFollowResults {

    private final Outbox outbox;
    private final ServiceWatch watch;

    ScoresFollowResults(Outbox outbox, ServiceWatch watch) {
        this.outbox = outbox;
        this.watch = watch;
    }

    @EventListener
    void on(ResultRecorded recorded) {
        if (outbox.staleOf(recorded.employee())) {
            watch.now();
        }
    }
}
