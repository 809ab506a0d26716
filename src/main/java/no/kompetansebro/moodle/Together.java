package no.kompetansebro.moodle;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Does the same for several at a time: as many as a Moodle lets in. What is done here has no employer and no transaction. */
final class Together {

    private Together() {}

    /** The answers in their order. After the first {@link Halt} nothing more is begun, and it is thrown. */
    static <T, R> List<R> map(List<T> things, Function<T, R> work) {
        AtomicBoolean halted = new AtomicBoolean();
        try (ExecutorService workers = Executors.newFixedThreadPool(
                MoodleCalls.AT_ONCE, Thread.ofVirtual().name("moodle-", 0).factory())) {
            List<Future<R>> futures = things.stream()
                    .map(thing -> workers.submit(() -> unlessHalted(halted, work, thing)))
                    .toList();
            return futures.stream().map(Together::result).toList();
        }
    }

    private static <T, R> R unlessHalted(AtomicBoolean halted, Function<T, R> work, T thing) {
        if (halted.get()) {
            throw new Halt(Trouble.UNAVAILABLE);
        }
        try {
            return work.apply(thing);
        } catch (RuntimeException e) {
            halted.set(true);
            throw e;
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Halt(Trouble.UNAVAILABLE);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Halt halt ? halt : new IllegalStateException("A call failed", e.getCause());
        }
    }
}
