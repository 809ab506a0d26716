package no.kompetansebro.coverage.recalculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import no.kompetansebro.shared.EmployerId;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final EmployerId fjordvik = new EmployerId(UUID.randomUUID());
    private final EmployerId fjellmo = new EmployerId(UUID.randomUUID());

    private Instant now = Instant.parse("2026-06-15T10:00:00Z");
    private final Patience patience = new Patience(() -> now);

    @Test
    void waitsTwiceAsLongAfterEachFailureUpToTenMinutes() {
        List<Long> seconds = IntStream.range(0, 9)
                .mapToObj(_ -> {
                    Duration length = patience.failed(fjordvik).length();
                    now = now.plus(length);
                    return length.toSeconds();
                })
                .toList();

        assertThat(seconds).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L);
    }

    @Test
    void isOverWhenTheTimeHasPassed() {
        assertThat(patience.isOver(fjordvik)).isTrue();

        patience.failed(fjordvik);

        assertThat(patience.isOver(fjordvik)).isFalse();
        now = now.plusSeconds(5);
        assertThat(patience.isOver(fjordvik)).isTrue();
    }

    @Test
    void keepsNobodyElseWaiting() {
        patience.failed(fjordvik);

        assertThat(patience.isOver(fjellmo)).isTrue();
    }

    @Test
    void beginsAnewAfterASuccess() {
        patience.failed(fjordvik);
        now = now.plusSeconds(5);
        patience.failed(fjordvik);

        patience.succeeded(fjordvik);

        assertThat(patience.isOver(fjordvik)).isTrue();
        assertThat(patience.failed(fjordvik).length()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void countsTwoAttemptsAtATimeOnce() {
        patience.failed(fjordvik);

        assertThat(patience.failed(fjordvik).failures()).isEqualTo(1);
    }
}
