package no.kompetansebro.organisation.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.UnitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
class ViewersIT {

    private static final LocalDate LONG_AGO = LocalDate.of(2015, 1, 1);

    @Autowired
    Viewers viewers;

    @Autowired
    EmployerCalendar calendar;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    Municipality fjordvik;
    LocalDate today;

    @BeforeEach
    void aMunicipalityWithThreeLevels() {
        fjordvik = withUnits();
        today = fjordvik.in(calendar::today);
    }

    private Municipality withUnits() {
        Municipality municipality = new Municipality(jdbc, transactions);
        municipality.unit("kommune", null);
        municipality.unit("helse", "kommune");
        municipality.unit("hjemmetjenesten", "helse");
        municipality.unit("skole", "kommune");
        return municipality;
    }

    @Test
    void letsALeaderSeeTheUnitAndAllBelowItToday() {
        EmployeeId leader = fjordvik.employee("1");
        fjordvik.leader(leader, "helse", LONG_AGO, null);

        Viewer viewer = viewer(leader);

        assertThat(viewer.ledUnits()).isEqualTo(units("helse"));
        assertThat(viewer.units()).isEqualTo(units("helse", "hjemmetjenesten"));
        assertThat(viewer.plans()).isFalse();
        assertThat(viewer.everything()).isFalse();
        assertThat(viewer.administrator()).isFalse();
    }

    @Test
    void takesTheUnitsFromALeaderOnTheDayTheEmploymentEndsOrBeforeItStarts() {
        EmployeeId former = fjordvik.employee("1");
        fjordvik.leader(former, "helse", LONG_AGO, today);
        EmployeeId future = fjordvik.employee("2");
        fjordvik.leader(future, "helse", today.plusDays(1), null);
        EmployeeId onTheLastDay = fjordvik.employee("3");
        fjordvik.leader(onTheLastDay, "helse", LONG_AGO, today.plusDays(1));

        assertThat(viewer(former).units()).isEmpty();
        assertThat(viewer(future).units()).isEmpty();
        assertThat(viewer(onTheLastDay).units()).isNotEmpty();
    }

    @Test
    void givesAnEmployeeWithoutALedUnitNobodyElse() {
        EmployeeId kari = fjordvik.employee("1");
        fjordvik.employment(kari, "helse", LONG_AGO, null);
        EmployeeId ola = fjordvik.employee("2");
        fjordvik.employment(ola, "helse", LONG_AGO, null);

        Viewer viewer = viewer(kari);

        assertThat(viewer.units()).isEmpty();
        assertThat(sees(viewer, kari)).isTrue();
        assertThat(sees(viewer, ola)).isFalse();
    }

    @Test
    void givesHrWhatItsGrantNamesForAsLongAsTheGrantLasts() {
        EmployeeId ofAll = fjordvik.employee("1");
        fjordvik.grant(ofAll, "HR", null, LONG_AGO, null);
        EmployeeId ofHealth = fjordvik.employee("2");
        fjordvik.grant(ofHealth, "HR", "helse", LONG_AGO, today.plusDays(1));
        EmployeeId former = fjordvik.employee("3");
        fjordvik.grant(former, "HR", null, LONG_AGO, today);

        assertThat(viewer(ofAll).everything()).isTrue();
        assertThat(viewer(ofHealth).everything()).isFalse();
        assertThat(viewer(ofHealth).hrUnits()).isEqualTo(units("helse"));
        assertThat(viewer(ofHealth).units()).isEqualTo(units("helse", "hjemmetjenesten"));
        assertThat(viewer(former).plans()).isFalse();
    }

    @Test
    void makesAnAdministratorByGrantOrByTrustAndLetsNeitherSeePeople() {
        EmployeeId granted = fjordvik.employee("1");
        fjordvik.grant(granted, "ADMINISTRATOR", null, LONG_AGO, null);
        EmployeeId ordinary = fjordvik.employee("2");

        assertThat(viewer(granted).administrator()).isTrue();
        assertThat(viewer(granted).everything()).isFalse();
        assertThat(viewer(ordinary).administrator()).isFalse();
        Viewer trusted = fjordvik.in(() ->
                viewers.of(Visitor.administrator(fjordvik.id(), Instant.now().plusSeconds(60))));
        assertThat(trusted.administrator()).isTrue();
        assertThat(trusted.everything()).isFalse();
        assertThat(trusted.employee()).isEqualTo(Optional.empty());
        assertThat(trusted.appointed()).isFalse();
        assertThat(viewer(granted).appointed()).isTrue();
        Viewer later = fjordvik.in(() ->
                viewers.of(Visitor.administrator(fjordvik.id(), Instant.now().minusSeconds(1))));
        assertThat(later.administrator()).isFalse();
    }

    @Test
    void givesNoRightToWhomOnlyAnLmsVouchesForOrThatWaits() {
        EmployeeId leader = fjordvik.employee("1");
        fjordvik.leader(leader, "helse", LONG_AGO, null);
        fjordvik.grant(leader, "HR", null, LONG_AGO, null);
        fjordvik.grant(leader, "ADMINISTRATOR", null, LONG_AGO, null);
        assertThat(viewer(leader).plans()
                        && viewer(leader).leads()
                        && viewer(leader).administrator())
                .isTrue();

        Viewer own = fjordvik.in(() -> viewers.of(new Visitor(fjordvik.id(), leader, null, true)));
        fjordvik.sql("update access_grant set waits = true where employer_id = :e");

        assertThat(own.employee()).contains(leader);
        assertThat(own.plans() || own.leads() || own.administrator() || own.appointed())
                .isFalse();
        assertThat(own.units()).isEmpty();
        assertThat(viewer(leader).leads()).isTrue();
        assertThat(viewer(leader).plans() || viewer(leader).administrator()).isFalse();
    }

    @Test
    void seesByNameWhoWorksInTheUnitsNowOrLaterButNotWhoHasLeft() {
        EmployeeId leader = fjordvik.employee("1");
        fjordvik.leader(leader, "helse", LONG_AGO, null);
        EmployeeId below = fjordvik.employee("2");
        fjordvik.employment(below, "hjemmetjenesten", LONG_AGO, null);
        EmployeeId starting = fjordvik.employee("3");
        fjordvik.employment(starting, "helse", today.plusMonths(1), null);
        EmployeeId moved = fjordvik.employee("4");
        fjordvik.employment(moved, "helse", LONG_AGO, today);
        fjordvik.employment(moved, "skole", today, null);
        EmployeeId hr = fjordvik.employee("5");
        fjordvik.grant(hr, "HR", null, LONG_AGO, null);
        EmployeeId left = fjordvik.employee("6");
        fjordvik.employment(left, "helse", LONG_AGO, today);

        Viewer viewer = viewer(leader);

        assertThat(sees(viewer, below)).isTrue();
        assertThat(sees(viewer, starting)).isTrue();
        assertThat(sees(viewer, moved)).isFalse();
        assertThat(sees(viewer, left)).isFalse();
        assertThat(sees(viewer(hr), moved)).isTrue();
        assertThat(sees(viewer(hr), left)).isTrue();
    }

    @Test
    void keepsTwoEmployersWithTheSameCodesApart() {
        Municipality sandvik = withUnits();
        EmployeeId leaderInFjordvik = fjordvik.employee("1");
        fjordvik.leader(leaderInFjordvik, "helse", LONG_AGO, null);
        EmployeeId kariInSandvik = sandvik.employee("1");
        sandvik.employment(kariInSandvik, "helse", LONG_AGO, null);
        sandvik.grant(kariInSandvik, "HR", null, LONG_AGO, null);

        assertThat(sees(viewer(leaderInFjordvik), kariInSandvik)).isFalse();
        assertThat(viewer(kariInSandvik).plans()).isFalse();
        assertThat(sandvik.in(() -> viewers.of(sandvik.visitor(kariInSandvik))).plans())
                .isTrue();
        assertThatThrownBy(() -> fjordvik.in(() -> viewers.of(sandvik.visitor(kariInSandvik))))
                .isInstanceOf(IllegalStateException.class);
    }

    private Viewer viewer(EmployeeId employee) {
        return fjordvik.in(() -> viewers.of(fjordvik.visitor(employee)));
    }

    private boolean sees(Viewer viewer, EmployeeId person) {
        return fjordvik.in(() -> viewers.sees(viewer, person));
    }

    private static Set<UnitCode> units(String... codes) {
        return Set.of(codes).stream().map(UnitCode::new).collect(java.util.stream.Collectors.toSet());
    }
}
