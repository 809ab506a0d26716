package no.kompetansebro.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.pages.SmallTown.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
@AutoConfigureMockMvc
class AccessIT {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SmallTown towns;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @ParameterizedTest
    @CsvSource({
        "kari, /min-kompetanse, 200",
        "kari, /forklaring?krav=K-FH, 200",
        "kari, /forklaring?krav=K-LS, 404",
        "kari, /min-enhet, 403",
        "kari, /min-enhet?enhet=HT2, 403",
        "kari, /planlegging, 403",
        "kari, /planlegging/gap, 403",
        "leader, /min-enhet, 200",
        "leader, /min-enhet?enhet=HT2, 200",
        "leader, /min-enhet?enhet=SH, 404",
        "leader, /min-enhet?enhet=finnes-ikke, 404",
        "leader, /planlegging, 403",
        "hr, /planlegging, 200",
        "hr, /planlegging/gap?enhet=HT, 200",
        "hr, /planlegging/gap?etter=position, 200",
        "hr, /planlegging/gap?enhet=finnes-ikke, 404",
        "hr, /planlegging/gap?krav=finnes-ikke, 404",
        "hr, /planlegging/gap?etter=finnes-ikke, 400",
        "kari, /planlegging/endringer, 403",
        "leader, /planlegging/endringer, 403",
        "hr, /planlegging/endringer?enhet=HT&fra=2026-04-30, 200",
        "hr, /planlegging/endringer?krav=K-FH&arsak=COMPLETED, 200",
        "hr, /planlegging/endringer?fra=2027-06-30, 200",
        "hr, /planlegging/endringer?fra=30.04.2026, 400",
        "hr, /planlegging/endringer?fra=1026-04-30, 400",
        "hr, /planlegging/endringer?arsak=finnes-ikke, 400",
        "hr, /planlegging/endringer?enhet=finnes-ikke, 404",
        "kari, /planlegging/hva-om, 403",
        "leader, /planlegging/hva-om, 403",
        "leader, /planlegging/katalog, 403",
        "hr, /planlegging/hva-om?enhet=HT, 200",
        "hr, /planlegging/hva-om?enhet=finnes-ikke, 404",
        "hr, /planlegging/hva-om?steg=lasting;rule=kid-regel;months=3, 200",
        "hr, /planlegging/hva-om?steg=lasting;rule=kid-regel;months=0, 400",
        "hr, /planlegging/hva-om?steg=terms;requirement=K-IS;from=2027-01-01;until=2026-01-01, 400",
        "hr, /planlegging/katalog, 200",
        "hr, /min-enhet?enhet=SH, 200",
        "leader, /planlegging/rapporter, 403",
        "leader, /planlegging/rekruttering, 403",
        "hr, /planlegging/rapporter, 200",
        "hr, /planlegging/rapporter/2026-1000, 404",
        "hr, /planlegging/rapporter/x, 404",
        "hr, /planlegging/rekruttering?per=2026-04-30&krav=K-FH, 200",
        "hr, /planlegging/rekruttering.xlsx?enhet=HO, 200",
        "hr, /planlegging/rekruttering.pdf, 404",
        "kari, /opplaering/tildelt, 403",
        "kari, /opplaering/tildel, 403",
        "leader, /opplaering/tildelt, 200",
        "leader, /opplaering/tildelt/0197f3c0-0000-7000-8000-000000000000, 404",
        "hr, /opplaering/tildelt, 200",
        "kari, /opplaering/hvem-kan?element=IS-01, 403",
        "leader, /opplaering/hvem-kan?element=IS-01, 200",
        "hr, /opplaering/hvem-kan?element=finnes-ikke, 200",
        "leader, /administrasjon/paminnelser/kommende, 403",
        "hr, /administrasjon/paminnelser/kommende, 200",
        "kari, /min-kompetanse?per=2026-04-30, 200",
        "kari, /min-kompetanse?per=30.04.2026, 400",
        "kari, /min-kompetanse?per=9999-01-01, 400",
    })
    void eachSeesWhatTheyMay(String who, String path, int status) {
        assertThat(get(who, path)).hasStatus(status);
    }

    @Test
    void aLeaderReadsTheExplanationOfAnEmployeeAndTheLookIsKept() {
        Town town = towns.get();
        long before = looksAt(town.kari());

        assertThat(get("leader", "/forklaring?krav=K-FH&ansatt=" + town.kari()))
                .hasStatusOk()
                .bodyText()
                .contains("Kari Vestby");
        assertThat(looksAt(town.kari())).isEqualTo(before + 1);
    }

    @Test
    void anEmployeeReadsNobodyElsesExplanation() {
        assertThat(get("kari", "/forklaring?krav=K-BV&ansatt=" + towns.get().leader()))
                .hasStatus(404);
    }

    @Test
    void aLookAtOneselfIsNotKept() {
        long before = looksAt(towns.get().kari());

        assertThat(get("kari", "/forklaring?krav=K-FH")).hasStatusOk();
        assertThat(looksAt(towns.get().kari())).isEqualTo(before);
    }

    @Test
    void aLookAtTheListOfAUnitIsKept() {
        long before = looksAtLists();

        assertThat(get("leader", "/min-enhet?enhet=HT1")).hasStatusOk();
        assertThat(looksAtLists()).isEqualTo(before + 1);
    }

    @Test
    void theMenuOffersOnlyWhatIsAllowed() {
        assertThat(get("kari", "/min-kompetanse"))
                .bodyText()
                .doesNotContain("href=\"/min-enhet\"", "href=\"/planlegging\"");
        assertThat(get("hr", "/min-kompetanse")).bodyText().contains("href=\"/planlegging\"");
    }

    @Test
    void linksKeepTheDate() {
        assertThat(get("hr", "/planlegging/gap?enhet=HT&per=2027-01-31"))
                .bodyText()
                .contains(
                        "/min-enhet?enhet=HTN&amp;per=2027-01-31",
                        "Prognose",
                        "href=\"/min-kompetanse?per=2027-01-31\"");
    }

    @Test
    void theDialogGetsTheFragmentAlone() {
        MvcTestResult answer = mvc.get()
                .uri("/forklaring?krav=K-FH")
                .header("HX-Request", "true")
                .with(authentication(as("kari")))
                .exchange();

        assertThat(answer)
                .hasStatusOk()
                .bodyText()
                .contains("id=\"dialog-title\"")
                .doesNotContain("<html", "<header");
    }

    @Test
    void aNameIsTextAndNothingElse() {
        Town town = towns.get();
        town.municipality()
                .sql(
                        "update employee set family_name = '<script>alert(1)</script>' where employee_id = ?",
                        town.elsewhere().value());

        assertThat(get("hr", "/min-enhet?enhet=TEK"))
                .bodyText()
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void modulesAboveAddSectionsToTheOwnPageAndToThatOfAUnit() {
        for (MvcTestResult page : List.of(get("elsewhere", "/min-kompetanse"), get("hr", "/min-enhet?enhet=TEK"))) {
            assertThat(page).hasStatusOk().bodyText().containsSubsequence("Dette kommer først", "Dette kommer sist");
        }
        assertThat(get("kari", "/min-kompetanse")).bodyText().doesNotContain("Dette kommer");
        assertThat(get("hr", "/min-enhet?enhet=BH")).bodyText().doesNotContain("Dette kommer");
    }

    @Test
    void modulesAboveOfferWhatCanBeDoneInTheListAndUnderTheExplanation() {
        for (MvcTestResult page : List.of(
                get("elsewhere", "/min-kompetanse"),
                get("hr", "/forklaring?krav=K-BV&ansatt=" + towns.get().elsewhere()))) {
            assertThat(page)
                    .hasStatusOk()
                    .bodyText()
                    .containsSubsequence(
                            "href=\"https://lms.example/course?id=7&amp;x=1\"",
                            "target=\"_top\"",
                            "Åpne kurset",
                            "href=\"/spor?krav=",
                            "Spør lederen");
        }
        assertThat(get("kari", "/min-kompetanse")).bodyText().doesNotContain("Spør lederen");
    }

    private MvcTestResult get(String who, String path) {
        return mvc.get().uri(path).with(csrf()).with(authentication(as(who))).exchange();
    }

    private UsernamePasswordAuthenticationToken as(String who) {
        Town town = towns.get();
        return UsernamePasswordAuthenticationToken.authenticated(
                town.municipality().visitor(town.who(who)), null, List.of());
    }

    private long looksAt(EmployeeId person) {
        return looks("subject_id = '" + person + "'");
    }

    private long looksAtLists() {
        return looks("subject_id is null");
    }

    private long looks(String condition) {
        return towns.get()
                .municipality()
                .in(() -> transactions.execute(status -> jdbc.sql("select count(*) from access_look where " + condition)
                        .query(Long.class)
                        .single()));
    }
}
