package no.kompetansebro.training.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.Employment;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.shared.DateInterval;
import org.junit.jupiter.api.Test;

class LeadersTest {

    private static final EmployeeId ASTRID = new EmployeeId(new UUID(0, 1));
    private static final EmployeeId BERIT = new EmployeeId(new UUID(0, 2));
    private static final EmployeeId CARL = new EmployeeId(new UUID(0, 3));
    private static final EmployeeId DAG = new EmployeeId(new UUID(0, 4));

    private static final UnitTree UNITS = new UnitTree(List.of(
            unit("fjordvik", ""),
            unit("health", "fjordvik"),
            unit("home-care", "health"),
            unit("zone-2", "home-care")));

    private final List<LeaderPost> posts = new ArrayList<>();

    @Test
    void theNearestLeaderLeadsTheUnitAbove() {
        post(ASTRID, "fjordvik", "fjordvik");
        post(BERIT, "health", "health");
        post(CARL, "home-care", "home-care");

        assertThat(nearest(CARL)).containsExactly(BERIT);
        assertThat(nearest(BERIT)).containsExactly(ASTRID);
        assertThat(nearest(ASTRID)).isEmpty();
        assertThat(leaders().under(BERIT)).extracting(Leader::id).containsExactly(CARL);
    }

    @Test
    void unitsWithoutALeaderArePassedOver() {
        post(ASTRID, "fjordvik", "fjordvik");
        post(DAG, "zone-2", "zone-2");

        assertThat(nearest(DAG)).containsExactly(ASTRID);
    }

    @Test
    void nobodyIsTheirOwnNearestLeader() {
        post(ASTRID, "fjordvik", "fjordvik");
        post(BERIT, "health", "health");
        post(BERIT, "home-care", "home-care");

        assertThat(nearest(BERIT)).containsExactly(ASTRID);
    }

    @Test
    void whoLeadsNoUnitIsLedWhereTheWorkIs() {
        post(CARL, "home-care", "home-care");
        post(DAG, "home-care", "");

        assertThat(nearest(DAG)).containsExactly(CARL);
    }

    @Test
    void theUppermostLevelIsTheOneThatCounts() {
        posts.add(post(DAG, "zone-2", Optional.of("3"), Optional.of("zone-2")));
        posts.add(post(DAG, "home-care", Optional.of("2"), Optional.of("home-care")));

        assertThat(leaders().find(DAG).orElseThrow().level()).contains("2");
        assertThat(leaders().find(DAG).orElseThrow().levels()).containsExactly("2", "3");
    }

    @Test
    void aChangeOfLevelIsOneLineAndAPauseIsNone() {
        LocalDate march = LocalDate.of(2026, 3, 1);
        List<Employment> moved =
                List.of(employment("3", "2020-01-01", march), employment("2", march.toString(), LocalDate.MAX));
        List<Employment> paused =
                List.of(employment("3", "2020-01-01", march), employment("2", "2026-03-02", LocalDate.MAX));

        assertThat(LevelChange.of(moved, march.plusYears(1))).containsExactly(new LevelChange(march, "3", "2"));
        assertThat(LevelChange.of(moved, march.minusDays(1))).isEmpty();
        assertThat(LevelChange.of(paused, march.plusYears(1))).isEmpty();
    }

    private Leaders leaders() {
        return new Leaders(posts, UNITS);
    }

    private Iterable<EmployeeId> nearest(EmployeeId id) {
        return leaders().nearest(leaders().find(id).orElseThrow());
    }

    private void post(EmployeeId id, String unit, String leads) {
        posts.add(post(id, unit, Optional.of("3"), Optional.of(leads).filter(code -> !code.isEmpty())));
    }

    private static LeaderPost post(EmployeeId id, String unit, Optional<String> level, Optional<String> leads) {
        return new LeaderPost(
                id,
                new EmployeeNumber("1"),
                "Kari Nes",
                "Nes, Kari",
                new UnitCode(unit),
                "Leder",
                level,
                leads.map(UnitCode::new));
    }

    private static Employment employment(String level, String from, LocalDate until) {
        return new Employment(
                "E1",
                DAG,
                new DateInterval(LocalDate.parse(from), until),
                new UnitCode("zone-2"),
                "leader",
                Optional.empty(),
                Optional.of(level),
                Optional.empty(),
                BigDecimal.valueOf(100));
    }

    private static Unit unit(String code, String parent) {
        return new Unit(
                new UnitCode(code),
                Optional.of(parent).filter(p -> !p.isEmpty()).map(UnitCode::new),
                code,
                Optional.empty(),
                Optional.empty());
    }
}
