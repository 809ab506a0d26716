package no.kompetansebro.planning.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import org.junit.jupiter.api.Test;

class BindingTest {

    private static final LocalDate COMPLETED = LocalDate.of(2026, 6, 15);

    private final Binding twoYears = binding(Optional.empty());

    @Test
    void a60BindsFromTheCompletionForTheMonthsThatWereAgreed() {
        assertThat(twoYears.isBinding(COMPLETED.minusDays(1))).isFalse();
        assertThat(twoYears.isBinding(COMPLETED)).isTrue();
        assertThat(twoYears.isBinding(LocalDate.of(2028, 6, 14))).isTrue();
        assertThat(twoYears.isBinding(LocalDate.of(2028, 6, 15))).isFalse();
    }

    @Test
    void a60CountsTheDaysThatRemain() {
        assertThat(twoYears.remainingDays(COMPLETED)).isEqualTo(731);
        assertThat(twoYears.remainingDays(COMPLETED.minusYears(1))).isEqualTo(731);
        assertThat(twoYears.remainingDays(LocalDate.of(2028, 6, 14))).isEqualTo(1);
        assertThat(twoYears.remainingDays(LocalDate.of(2029, 1, 1))).isZero();
    }

    @Test
    void isBrokenByWhoLeavesBeforeItIsOver() {
        assertThat(twoYears.isBrokenBy(LocalDate.of(2028, 6, 14))).isTrue();
        assertThat(twoYears.isBrokenBy(LocalDate.of(2028, 6, 15))).isFalse();
        Binding released = binding(Optional.of(LocalDate.of(2027, 1, 1)));
        assertThat(released.until()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(released.isBrokenBy(LocalDate.of(2027, 3, 1))).isFalse();
    }

    private static Binding binding(Optional<LocalDate> endedOn) {
        return new Binding(
                UUID.randomUUID(),
                new EmployeeId(UUID.randomUUID()),
                Optional.empty(),
                "Avtale 26/12",
                new BigDecimal("60000"),
                24,
                COMPLETED,
                endedOn,
                endedOn.map(_ -> "Enighet").orElse(""),
                1);
    }
}
