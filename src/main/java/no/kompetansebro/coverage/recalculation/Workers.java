package no.kompetansebro.coverage.recalculation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Has several threads do the same work for the employer in scope: work that they share among themselves. */
@Component
class Workers {

    private final int threads;

    /** Two threads by default: as much again is done by the database. */
    Workers(@Value("${kompetansebro.coverage.workers:2}") int threads) {
        this.threads = threads;
    }

    /** Returns when every thread has done it; throws what one of them threw. */
    void together(Runnable work) {
        in(threads, work);
    }

    /** The same in one thread, which is in no transaction. */
    void alone(Runnable work) {
        in(1, work);
    }

    private static void in(int threads, Runnable work) {
        EmployerId employer = EmployerScope.required();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> shares = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                shares.add(pool.submit(() -> EmployerScope.in(employer, () -> {
                    work.run();
                    return true;
                })));
            }
            shares.forEach(Workers::finish);
        }
    }

    private static void finish(Future<?> share) {
        try {
            share.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while calculating coverage", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Coverage could not be calculated", e.getCause());
        }
    }
}
