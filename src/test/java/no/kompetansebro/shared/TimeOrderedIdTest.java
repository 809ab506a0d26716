package no.kompetansebro.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void isAVersion7UuidThatSortsByTime() {
        UUID earlier = TimeOrderedId.next(NOON);
        UUID later = TimeOrderedId.next(NOON.plusMillis(1));

        assertThat(earlier.version()).isEqualTo(7);
        assertThat(earlier.variant()).isEqualTo(2);
        assertThat(earlier.toString()).isLessThan(later.toString());
        assertThat(TimeOrderedId.next(NOON)).isNotEqualTo(earlier);
    }
}
