package no.kompetansebro.planning.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.Catalogue;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.UnitDutyStanding;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.duties.UnitEvent.Held;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.TargetGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/** Which units have done their duties, and who registers that. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
@AutoConfigureMockMvc
class DutiesIT {

    private static final LocalDate START = LocalDate.of(2015, 1, 1);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Oslo"));

    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvcTester mvc;

    Municipality town;
    EmployeeId berit;
    EmployeeId hr;

    @BeforeEach
    void town() {
        town = new Municipality(beans.getBean(JdbcClient.class), beans.getBean(TransactionTemplate.class));
        town.unit("kommune", null);
        String[] units =
                IntStream.rangeClosed(1, 43).mapToObj("v%02d"::formatted).toArray(String[]::new);
        List.of(units).forEach(unit -> town.unit(unit, "kommune"));
        new Catalogue()
                .course("ETIKK", ValidityPolicy.FOREVER)
                .requirement("K-ETIKK", "ETIKK", Category.MANDATORY, TargetGroup.EVERYONE, 0)
                .unitDuty("etikk-i-enheten", "ETIKK", new ValidityPolicy.EndOfYear(1), units)
                .of(town, beans);
        berit = town.employee("1");
        town.leader(berit, "v01", START, null);
        hr = town.employee("2");
        town.employment(hr, "kommune", START, null);
        town.grant(hr, "HR", null, START, null);
    }

    @Test
    void a20OfFortyThreeUnitsFortyOneHaveDoneItAndTheTwoMissingAreNamed() {
        LocalDate newYearsEve = LocalDate.of(2025, 12, 31);
        var before = headline(newYearsEve);
        IntStream.rangeClosed(1, 41)
                .forEach(n -> add("v%02d".formatted(n), LocalDate.of(2025, 3, 1).plusDays(n)));

        List<UnitDutyStanding> standings = at(
                () -> beans.getBean(Coverage.class).unitDuties(Viewer.ofEverything(), newYearsEve, Optional.empty()));

        DutyShare share = DutyShare.of(standings);
        assertThat(share).isEqualTo(new DutyShare(41, 43));
        assertThat(share.share().orElseThrow()).isBetween(0.95, 0.96);
        assertThat(standings)
                .filteredOn(each -> each.status().isGap())
                .extracting(each -> each.unit().value())
                .containsExactlyInAnyOrder("v42", "v43");
        assertThat(headline(newYearsEve)).isEqualTo(before);
        assertThat(get(hr, DutiesPage.PATH + "?per=2025-12-31"))
                .bodyText()
                .contains("95,3", "41 av 43 enheter", "2 enheter mangler", "v42", "v43");
    }

    @Test
    void aLeaderRegistersForTheOwnUnitAndTakesBackWithAReason() {
        assertThat(post(berit, RegisterPage.PATH, form("v01", TODAY.toString())))
                .hasStatus3xxRedirection();
        assertThat(standing("v01").status().isGap()).isFalse();
        String id = at(() -> beans.getBean(UnitEvents.class).held(TODAY, TODAY).getFirst())
                .id()
                .toString();

        String withdraw = DutiesPage.PATH + "/" + id + "/trekk";
        assertThat(post(berit, withdraw, Map.of("grunn", " "))).hasRedirectedUrl(DutiesPage.PATH + "?utfall=grunn");
        assertThat(standing("v01").status().isGap()).isFalse();
        assertThat(post(berit, withdraw, Map.of("grunn", "Feil dato")))
                .hasRedirectedUrl(DutiesPage.PATH + "?utfall=trukket");
        assertThat(standing("v01").status().isGap()).isTrue();
        assertThat(post(berit, withdraw, Map.of("grunn", "Feil dato"))).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void refusesOtherUnitsWhatIsNotTheDutysAndDatesAhead() {
        assertThat(post(berit, RegisterPage.PATH, form("v02", TODAY.toString())))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get(berit, RegisterPage.PATH + "?krav=etikk-i-enheten&enhet=v02"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get(berit, RegisterPage.PATH + "?krav=K-ETIKK&enhet=v01")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(berit, RegisterPage.PATH, form("v01", TODAY.plusDays(1).toString())))
                .bodyText()
                .contains("ikke ligger fram i tid");
        assertThat(post(
                        berit,
                        RegisterPage.PATH,
                        Map.of("krav", "etikk-i-enheten", "enhet", "v01", "element", "ANNET")))
                .bodyText()
                .contains("Velg hva enheten har gjort", "Skriv sakslisten");
        assertThat(at(() -> beans.getBean(UnitEvents.class).held(START, TODAY.plusYears(1))))
                .isEmpty();
        EmployeeId kari = town.employee("3");
        town.employment(kari, "v01", START, null);
        assertThat(get(kari, DutiesPage.PATH)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get(berit, DutiesPage.PATH)).bodyText().contains("v01").doesNotContain("v02");
    }

    private static Map<String, String> form(String unit, String date) {
        return Map.of(
                "krav", "etikk-i-enheten", "enhet", unit, "element", "ETIKK", "dato", date, "agenda", "Etiske dilemma");
    }

    private UnitDutyStanding standing(String unit) {
        return at(() -> beans.getBean(Coverage.class)
                        .unitDuties(Viewer.ofEverything(), TODAY, Optional.of(new UnitCode(unit))))
                .getFirst();
    }

    private Object headline(LocalDate date) {
        return at(() -> beans.getBean(Coverage.class).figures(Viewer.ofEverything(), Question.asOf(date)));
    }

    private void add(String unit, LocalDate on) {
        at(() -> beans.getBean(UnitEvents.class)
                .add(new Held(new UnitCode(unit), new ItemCode("ETIKK"), on, "Etikk", Optional.of(12)), berit));
    }

    private <T> T at(java.util.function.Supplier<T> work) {
        return town.in(() -> beans.getBean(TransactionTemplate.class).execute(_ -> work.get()));
    }

    private MvcTestResult get(EmployeeId who, String path) {
        return mvc.get()
                .uri(path)
                .header("Accept-Language", "nb")
                .with(authentication(as(who)))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult post(EmployeeId who, String path, Map<String, String> form) {
        var request = MockMvcRequestBuilders.post(path)
                .header("Accept-Language", "nb")
                .with(authentication(as(who)))
                .with(csrf());
        form.forEach(request::param);
        return mvc.perform(request);
    }

    private UsernamePasswordAuthenticationToken as(EmployeeId who) {
        return UsernamePasswordAuthenticationToken.authenticated(town.visitor(who), null, List.of());
    }
}
