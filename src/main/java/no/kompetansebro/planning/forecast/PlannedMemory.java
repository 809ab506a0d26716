package no.kompetansebro.planning.forecast;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.scope.Scope;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.stereotype.Component;

/** Has outlooks found out one after the other, and remembers a few of them for some minutes. */
@Component
class PlannedMemory {

    private static final Duration AGE = Duration.ofMinutes(10);
    private static final int MOST = 8;

    private final Clock clock;
    private final ExecutorService aside =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final Map<Key, CompletableFuture<Outlook>> known = new LinkedHashMap<>();

    PlannedMemory(Clock clock) {
        this.clock = clock;
    }

    private record Key(EmployerId employer, Viewer viewer, Optional<UnitCode> unit, LocalDate date) {}

    /** What is remembered; else it is begun, and empty. What failed is begun again. */
    synchronized Optional<Outlook> find(Scope scope, Supplier<Outlook> find) {
        EmployerId employer = EmployerScope.required();
        Key key = new Key(employer, scope.viewer(), scope.unit(), scope.asOf().date());
        forget();
        CompletableFuture<Outlook> outlook = known.computeIfAbsent(
                key,
                _ -> CompletableFuture.supplyAsync(
                        () -> EmployerScope.in(employer, () -> find.get().at(clock.instant())), aside));
        return outlook.isDone() && !outlook.isCompletedExceptionally() ? Optional.of(outlook.join()) : Optional.empty();
    }

    /** The old ones, and the oldest of too many. */
    private void forget() {
        Instant old = clock.instant().minus(AGE);
        known.values()
                .removeIf(each -> each.isDone()
                        && (each.isCompletedExceptionally()
                                || each.join()
                                        .at()
                                        .filter(at -> at.isBefore(old))
                                        .isPresent()));
        Iterator<CompletableFuture<Outlook>> oldest = known.values().iterator();
        while (known.size() > MOST && oldest.hasNext()) {
            if (oldest.next().isDone()) {
                oldest.remove();
            }
        }
    }

    @PreDestroy
    void end() {
        aside.shutdownNow();
    }
}
