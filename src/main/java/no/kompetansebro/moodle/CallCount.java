package no.kompetansebro.moodle;

import java.util.concurrent.atomic.AtomicInteger;

/** How many calls a piece of work took. */
final class CallCount {

    private final AtomicInteger calls = new AtomicInteger();

    void add() {
        calls.incrementAndGet();
    }

    int calls() {
        return calls.get();
    }
}
