package no.kompetansebro.planning.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.scope.Scope;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlannedMemoryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Outlook NOTHING = new Outlook(List.of(), Map.of(), Map.of(), true, Optional.empty());

    private final Hand clock = new Hand();
    private final PlannedMemory memory = new PlannedMemory(clock);
    private final AtomicInteger asked = new AtomicInteger();
    private final EmployerId fjordvik = new EmployerId(UUID.randomUUID());

    /** A clock whose hand is moved. */
    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-11-22T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @AfterEach
    void end() {
        memory.end();
    }

    private static Scope scope(String unit) {
        return new Scope(
                Viewer.ofEverything(),
                new AsOf(TODAY, TODAY),
                Optional.of(new UnitCode(unit)),
                unit,
                "/planlegging/prognose",
                List.of(),
                List.of(),
                Map.of());
    }

    private Optional<Outlook> find(String unit, Supplier<Outlook> how) {
        return EmployerScope.in(fjordvik, () -> memory.find(scope(unit), how));
    }

    private Optional<Outlook> waitFor(String unit, Supplier<Outlook> how) {
        Optional<Outlook> found = find(unit, how);
        while (found.isEmpty()) {
            Thread.onSpinWait();
            found = find(unit, how);
        }
        return found;
    }

    private Outlook count() {
        assertThat(EmployerScope.required()).isEqualTo(fjordvik);
        asked.incrementAndGet();
        return NOTHING;
    }

    @Test
    void findsOutOnceAndRemembersForTenMinutes() {
        CountDownLatch slow = new CountDownLatch(1);
        Supplier<Outlook> slowly = () -> {
            try {
                slow.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return count();
        };

        assertThat(find("HT", slowly)).isEmpty();
        assertThat(find("HT", slowly)).isEmpty();
        slow.countDown();
        assertThat(waitFor("HT", slowly).orElseThrow().at()).contains(clock.now);
        assertThat(find("HT", slowly)).isPresent();
        assertThat(asked).hasValue(1);

        clock.now = clock.now.plusSeconds(601);
        assertThat(waitFor("HT", slowly)).isPresent();
        assertThat(asked).hasValue(2);
    }

    @Test
    void beginsAgainWhatFailedAndTellsScopesApart() {
        Supplier<Outlook> failing = () -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("the first time");
            }
            return NOTHING;
        };

        assertThat(waitFor("HT", failing)).isPresent();
        assertThat(asked).hasValue(2);
        assertThat(waitFor("SK", this::count)).isPresent();
        assertThat(asked).hasValue(3);
    }
}
