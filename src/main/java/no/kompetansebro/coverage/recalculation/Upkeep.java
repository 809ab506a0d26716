package no.kompetansebro.coverage.recalculation;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the read model up with the facts of the employer in scope. Whoever asks catches up first, so no answer is older
 * than the facts that were committed before the question; a few changed employees take milliseconds. Many are worked off
 * in chunks, a transaction each, by several threads and by every instance that has reason to: a chunk that does not
 * commit is simply still to be done.
 */
@Component
public class Upkeep {

    private static final int FEW = 500;
    private static final int CHUNK = 2_000;

    private final Backlog backlog;
    private final ProgressReading progress;
    private final RulesBook rules;
    private final Recalculation recalculation;
    private final Figuring figuring;
    private final TransactionTemplate joined;
    private final TransactionTemplate own;
    private final Workers workers;

    Upkeep(
            Backlog backlog,
            ProgressReading progress,
            RulesBook rules,
            Recalculation recalculation,
            Figuring figuring,
            Workers workers,
            PlatformTransactionManager transactions) {
        this.backlog = backlog;
        this.progress = progress;
        this.rules = rules;
        this.recalculation = recalculation;
        this.figuring = figuring;
        this.joined = new TransactionTemplate(transactions);
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.workers = workers;
    }

    /** Works off what is waiting, and returns the rules by which it was. */
    public RulesInForce catchUp() {
        Backlog.State state = joined.execute(_ -> backlog.state());
        if (state.isClean()) {
            return rules.at(state.rulebook());
        }
        if (isInTransactionThatWrites()) {
            joined.executeWithoutResult(_ -> workOff(state));
        } else {
            workOffInChunks(state);
        }
        return rules.current();
    }

    /** As {@link #catchUp}, and sums up the figures anew where many changes have gathered. */
    public void tidyUp() {
        catchUp();
        figuring.sumUpWhereWorthwhile(rules.current());
    }

    /** Has everybody calculated, where that is due, by whoever catches up from now on. */
    public void begin() {
        Backlog.State state = joined.execute(_ -> backlog.state());
        if (state.mustSweep()) {
            own.executeWithoutResult(_ -> backlog.sweepEverybody(state.rulebook()));
        }
    }

    /** About how many employees wait to be calculated. */
    public Progress progress() {
        return joined.execute(_ -> progress.progress());
    }

    /** How many employees wait to be calculated, counted one by one. */
    public long waiting() {
        return joined.execute(_ -> backlog.waiting());
    }

    /** Its facts are not committed yet, so nobody else can see them. */
    private static boolean isInTransactionThatWrites() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    private void workOff(Backlog.State state) {
        if (state.mustSweep()) {
            backlog.lockAll(); // first: who works on a bucket goes on to its sweep
            backlog.sweepEverybody(state.rulebook());
        }
        List<Integer> buckets = backlog.buckets(backlog.end());
        buckets.forEach(backlog::lock);
        for (int bucket : buckets) {
            exhaust(bucket);
        }
    }

    private void exhaust(int bucket) {
        boolean more = true;
        while (more) {
            more = chunk(bucket);
        }
    }

    private void workOffInChunks(Backlog.State state) {
        if (state.mustSweep()) {
            own.executeWithoutResult(_ -> backlog.sweepEverybody(state.rulebook()));
        }
        boolean few = !state.sweeping() && !state.mustSweep() && own.execute(_ -> backlog.queued(FEW + 1)) <= FEW;
        if (few) {
            own.executeWithoutResult(_ -> workOff(state));
        } else {
            long end = own.execute(_ -> backlog.end());
            workers.together(() -> work(end));
            figuring.sumUpWhereWorthwhile(rules.current());
        }
    }

    /**
     * Works on whatever nobody else works on; when that is all that is left, waits for it. What is queued after the end is not
     * waited for: it could go on for ever.
     */
    private void work(long end) {
        List<Integer> buckets = own.execute(_ -> backlog.buckets(end));
        while (!buckets.isEmpty()) {
            boolean any = false;
            for (int bucket : buckets) {
                any |= own.execute(_ -> backlog.tryLock(bucket) && chunk(bucket));
            }
            if (!any) {
                int first = buckets.getFirst();
                own.executeWithoutResult(_ -> {
                    backlog.lock(first);
                    chunk(first);
                });
            }
            buckets = own.execute(_ -> backlog.buckets(end));
        }
    }

    /**
     * Calculates some of the bucket's employees, by the rules of this moment; false where there was nobody. While everybody is
     * swept for new rules nobody sums up by them ({@link Figuring}), so there is nothing to correct.
     */
    private boolean chunk(int bucket) {
        var swept = backlog.sweep(bucket, CHUNK);
        var employees = swept.isEmpty() ? backlog.take(bucket, CHUNK) : swept;
        if (!employees.isEmpty()) {
            RulesInForce current = rules.current();
            recalculation.of(current, employees, swept.isEmpty() || backlog.hasFiguresOf(current.version()));
        }
        return !employees.isEmpty();
    }
}
