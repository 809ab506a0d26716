package no.kompetansebro.planning.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "M2026-2, 2026-02-01, 2026-02-28",
        "M2026-12, 2026-12-01, 2026-12-31",
        "T2026-1, 2026-01-01, 2026-04-30",
        "T2026-2, 2026-05-01, 2026-08-31",
        "T2026-3, 2026-09-01, 2026-12-31",
        "Y2026, 2026-01-01, 2026-12-31"
    })
    void a51TertialsEndInAprilAugustAndDecember(String code, LocalDate from, LocalDate asOf) {
        ReportPeriod period = ReportPeriod.read(code).orElseThrow();

        assertThat(period.from()).isEqualTo(from);
        assertThat(period.asOf()).isEqualTo(asOf);
        assertThat(period.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M2026-0", "M2026-13", "T2026-4", "Y2026-2", "Q2026-1", "T26-1", "T2026-1 "})
    void whatIsNoPeriodIsNone(String code) {
        assertThat(ReportPeriod.read(code)).isEmpty();
    }

    @Test
    void offersWhatIsOverTheLatestFirst() {
        LocalDate today = LocalDate.of(2026, 5, 1);

        assertThat(ReportPeriod.offered(today)).allMatch(period -> period.isOver(today));
        assertThat(ReportPeriod.offered(today))
                .extracting(ReportPeriod::code)
                .contains("M2026-4", "M2025-5", "T2026-1", "T2025-1", "Y2025", "Y2023")
                .doesNotContain("M2026-5", "T2026-2", "Y2026")
                .startsWith("M2026-4", "M2026-3");
        assertThat(ReportPeriod.read("T2026-1").orElseThrow().isOver(LocalDate.of(2026, 4, 30)))
                .isFalse();
    }

    @Test
    void aNumberIsItsYearAndItsPlace() {
        assertThat(ReportNumber.read("2026-12")).contains(new ReportNumber(2026, 12));
        assertThat(ReportNumber.read("2026-012")).isEmpty();
        assertThat(ReportNumber.read("2026-0")).isEmpty();
        assertThat(ReportNumber.read("26-1")).isEmpty();
        assertThat(new ReportNumber(2026, 3)).hasToString("2026-3");
    }
}
