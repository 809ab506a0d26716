package no.kompetansebro.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Figures;
import no.kompetansebro.coverage.MinimumStanding;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.SummaryRow;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.demo.municipality.Fjellmo;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.Employers;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.EmployerScope;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** The municipality's figures are those of a real one (docs/demo.md). */
@DemoTest
class DistributionIT {

    private static final Logger log = LoggerFactory.getLogger(DistributionIT.class);
    private static final Viewer EVERYTHING = Viewer.ofEverything();

    @Autowired
    Employers employers;

    @Autowired
    EmployerCalendar calendar;

    @Autowired
    Coverage coverage;

    @Test
    void fiveOfSixPairsAreCovered() {
        Figures all = ask(asOf -> coverage.figures(EVERYTHING, Question.asOf(asOf)));

        log.info("All: {} {}", all, shares(all));
        assertThat(all.coverage().orElseThrow()).isCloseTo(0.83, within(0.02));
        assertThat(share(all.expiring(), all)).isBetween(0.055, 0.095);
        assertThat(share(all.expired(), all)).isCloseTo(0.05, within(0.02));
        assertThat(share(all.overdue(), all)).isCloseTo(0.07, within(0.02));
        assertThat(share(all.due(), all)).isCloseTo(0.03, within(0.015));
        assertThat(share(all.exempt(), all)).isCloseTo(0.01, within(0.005));
    }

    @Test
    void requirementsDiffer() {
        assertThat(coverageOf(code -> code.equals("k-005"))).isCloseTo(0.88, within(0.025));
        assertThat(coverageOf(code -> code.equals("k-006"))).isCloseTo(0.74, within(0.025));
        assertThat(coverageOf(code -> code.equals("k-001"))).isCloseTo(0.91, within(0.03));
        assertThat(coverageOf(code -> code.startsWith("l-10"))).isCloseTo(0.69, within(0.04));
        assertThat(coverageOf(DistributionIT::isLanguage)).isCloseTo(0.96, within(0.04));
        assertThat(coverageOf(code -> List.of("k-050", "k-051", "k-052").contains(code)))
                .isCloseTo(0.97, within(0.04));
    }

    @Test
    void unitsDiffer() {
        assertThat(of("303-4")).isCloseTo(0.58, within(0.06));
        assertThat(of("106")).isGreaterThanOrEqualTo(0.96);
    }

    @Test
    void noDepartmentIsWorseThanHomeCareAtNight() {
        double night = of("303-4");

        assertThat(List.of("220", "403", "214", "309", "218", "303-1", "303-2", "303-3"))
                .allSatisfy(unit -> assertThat(of(unit)).isGreaterThan(night));
    }

    @Test
    void oneMinimumIsNotMet() {
        List<MinimumStanding> minimums = ask(asOf -> coverage.minimums(EVERYTHING, asOf, Optional.empty()));

        assertThat(minimums)
                .filteredOn(minimum -> minimum.status() == MinimumStanding.Level.NOT_MET)
                .extracting(minimum -> minimum.requirement() + " in " + minimum.unit())
                .containsExactly("m-062 in 307");
    }

    private static boolean isLanguage(String code) {
        return code.startsWith("k-021") || code.startsWith("k-022") || code.startsWith("k-023");
    }

    private double of(String unit) {
        Figures figures =
                ask(asOf -> coverage.figures(EVERYTHING, Question.asOf(asOf).in(new UnitCode(unit))));
        log.info("{}: {}", unit, shares(figures));
        return figures.coverage().orElseThrow();
    }

    private double coverageOf(Predicate<String> codes) {
        List<SummaryRow> rows = ask(asOf -> coverage.summary(EVERYTHING, Question.asOf(asOf), By.REQUIREMENT)).stream()
                .filter(row -> codes.test(row.key()))
                .toList();
        rows.forEach(row -> log.info("{}: {}", row.key(), shares(row.figures())));
        double covered = rows.stream().mapToLong(row -> row.figures().covered()).sum();
        double toCover = rows.stream()
                .mapToLong(row -> row.figures().pairs() - row.figures().exempt())
                .sum();
        return covered / toCover;
    }

    private static double share(long count, Figures figures) {
        return (double) count / figures.pairs();
    }

    private static String shares(Figures f) {
        return "pairs %d covered %.3f expiring %.3f due %.3f overdue %.3f expired %.3f exempt %.3f"
                .formatted(
                        f.pairs(),
                        f.coverage().orElse(-1),
                        share(f.expiring(), f),
                        share(f.due(), f),
                        share(f.overdue(), f),
                        share(f.expired(), f),
                        share(f.exempt(), f));
    }

    private <T> T ask(Function<LocalDate, T> question) {
        return EmployerScope.in(employers.find(Fjellmo.CODE).orElseThrow(), () -> question.apply(calendar.today()));
    }
}
