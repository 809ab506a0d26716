package no.kompetansebro.training.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static no.kompetansebro.training.proof.PdfsForTests.pdf;
import static no.kompetansebro.training.proof.Workplace.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.organisation.EmployeeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
@AutoConfigureMockMvc
class ProofAcceptanceIT {

    private static final Map<String, String> CERTIFICATE = Map.of(
            "slag", "bevis", "hva", "forstehjelp", "dato", TODAY.minusDays(10).toString());
    private static final Map<String, String> DECLARATION = Map.of(
            "slag",
            "egenmelding",
            "hva",
            "norsk|B1",
            "dato",
            TODAY.minusYears(1).toString());

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Workplace.Beans beans;

    private Workplace at;

    @BeforeEach
    void anotherWorkplace() {
        at = new Workplace(beans);
    }

    @Test
    void aCertificateCountsOnceALeaderHasAttestedItAndNotBefore() {
        assertThat(handIn(at.kari, CERTIFICATE)).hasStatus3xxRedirection();
        assertThat(at.status(at.kari, "K-FH")).isEqualTo(Status.OVERDUE);
        assertThat(at.get(mvc, at.kari, "/min-kompetanse")).bodyText().contains("Venter på bekreftelse");
        assertThat(at.get(mvc, at.liv, "/min-enhet")).bodyText().contains("Én ting venter");
        assertThat(at.get(mvc, at.liv, "/opplaering/bekreft")).bodyText().contains("Kari Vestby", "Førstehjelp");

        assertThat(attest(at.liv, at.waiting(at.kari)))
                .hasRedirectedUrl("/opplaering/bekreft?utfall=bekreftet&antall=1");

        assertThat(at.status(at.kari, "K-FH")).isEqualTo(Status.COVERED);
        assertThat(
                        at.text(
                                "select kind || ' ' || source || ' ' || (external_id = (select claim_id::text from claim)) from evidence"))
                .isEqualTo("CERTIFICATE attest true");
        assertThat(at.get(mvc, at.kari, "/min-kompetanse")).bodyText().contains("Bekreftet av Liv Moen");
    }

    @Test
    void aRefusalTellsTheReasonAndOneCanHandInAgain() {
        handIn(at.kari, CERTIFICATE);
        String first = at.waiting(at.kari);

        assertThat(at.post(
                        mvc, at.liv, "/opplaering/bekreft", Map.of("valgt", List.of(first), "valg", List.of("avvis"))))
                .hasRedirectedUrl("/opplaering/bekreft?utfall=grunn");
        assertThat(at.post(
                        mvc,
                        at.liv,
                        "/opplaering/bekreft",
                        Map.of(
                                "valgt",
                                List.of(first),
                                "valg",
                                List.of("avvis"),
                                "grunn",
                                List.of("Uleselig <b>skann"))))
                .hasRedirectedUrl("/opplaering/bekreft?utfall=avvist&antall=1");

        assertThat(at.get(mvc, at.kari, "/min-kompetanse"))
                .bodyText()
                .contains("Avvist av Liv Moen", "Uleselig &lt;b&gt;skann");
        assertThat(at.texts("select source from evidence")).isEmpty();
        assertThat(handIn(at.kari, CERTIFICATE)).hasStatus3xxRedirection();
        assertThat(at.waiting(at.kari)).isNotEqualTo(first);
    }

    @Test
    void theSecondOfTwoLeadersIsToldWhoDecidedWhat() {
        handIn(at.kari, CERTIFICATE);
        handIn(at.ola, CERTIFICATE);
        String karis = at.waiting(at.kari);
        attest(at.liv, karis);

        MvcTestResult answer = at.post(
                mvc,
                at.tor,
                "/opplaering/bekreft",
                Map.of(
                        "valgt",
                        List.of(karis, at.waiting(at.ola)),
                        "valg",
                        List.of("avvis"),
                        "grunn",
                        List.of("Mangler stempel")));

        String there = answer.getResponse().getRedirectedUrl();
        assertThat(there).contains("antall=1", "sent=" + karis.split(":", 2)[0]);
        assertThat(at.get(mvc, at.tor, there))
                .bodyText()
                .contains("Kari Vestby, Førstehjelp: Bekreftet av Liv Moen", "Din avgjørelse endret ingenting");
        assertThat(at.status(at.kari, "K-FH")).isEqualTo(Status.COVERED);
        assertThat(at.text("select state from claim where employee_id = '" + at.ola + "'"))
                .isEqualTo("REFUSED");
    }

    @Test
    void nobodyAttestsTheirOwnNorAnybodyOutsideTheirUnitsAndThenNothingIsDone() {
        handIn(at.liv, CERTIFICATE);
        handIn(at.kari, CERTIFICATE);
        handIn(at.elsewhere, CERTIFICATE);

        assertThat(attest(at.liv, at.waiting(at.liv))).hasStatus(403);
        assertThat(attest(at.liv, at.waiting(at.kari), at.waiting(at.elsewhere)))
                .hasStatus(403);
        assertThat(attest(at.kari, at.waiting(at.liv))).hasStatus(403);
        assertThat(at.get(mvc, at.kari, "/opplaering/bekreft")).hasStatus(403);
        assertThat(at.get(mvc, at.liv, "/opplaering/bekreft")).bodyText().doesNotContain("Per Foss");
        assertThat(at.texts("select source from evidence")).isEmpty();
        assertThat(attest(at.tor, at.waiting(at.liv))).hasStatus3xxRedirection();
    }

    @Test
    void hrAttestsWithinItsArea() {
        at.town.grant(at.elsewhere, "HR", "WARD", TODAY.minusDays(1), null);
        handIn(at.kari, CERTIFICATE);

        assertThat(attest(at.elsewhere, at.waiting(at.kari))).hasStatus3xxRedirection();
        assertThat(at.status(at.kari, "K-FH")).isEqualTo(Status.COVERED);
    }

    @Test
    void aDocumentIsForItsOwnerAndForWhoDecidesAndIsNeverAPage() {
        handIn(at.kari, CERTIFICATE);
        String path = "/opplaering/dokument/" + at.waitingId(at.kari);

        for (EmployeeId allowed : List.of(at.kari, at.liv)) {
            MvcTestResult answer = at.get(mvc, allowed, path);
            assertThat(answer)
                    .hasStatusOk()
                    .hasHeader("Content-Type", "application/pdf")
                    .hasHeader("X-Content-Type-Options", "nosniff")
                    .hasHeader("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
            assertThat(answer.getResponse().getHeader("Content-Disposition"))
                    .startsWith("attachment")
                    .contains("kurs_b_bevis.pdf")
                    .doesNotContain("exe", "mine");
        }
        assertThat(at.get(mvc, at.ola, path)).hasStatus(404);
        assertThat(at.get(mvc, at.elsewhere, path)).hasStatus(404);
        assertThat(at.texts("select page from access_look where subject_id = '" + at.kari + "'"))
                .containsExactly("dokument");
        assertThat(at.text(
                        "select (sha256 = sha256(content) and size = octet_length(content))::text from claim_document"))
                .isEqualTo("true");
    }

    @Test
    void aHostileFileIsRefusedWithTheReasonAndNothingIsKept() {
        assertThat(at.handIn(mvc, at.kari, CERTIFICATE, pdf("/OpenAction << /S /JavaScript /JS (x) >>")))
                .hasStatus(422)
                .bodyText()
                .contains("inneholder skript");
        assertThat(at.handIn(mvc, at.kari, CERTIFICATE, "<html>".getBytes(ISO_8859_1)))
                .hasStatus(422)
                .bodyText()
                .contains("verken PDF, PNG eller JPEG");
        assertThat(at.handIn(mvc, at.kari, CERTIFICATE, new byte[10 * 1024 * 1024 + 1]))
                .hasStatus(422)
                .bodyText()
                .contains("Filen er for stor");
        assertThat(at.handIn(mvc, at.kari, CERTIFICATE, null))
                .hasStatus(422)
                .bodyText()
                .contains("Legg ved et dokument");
        assertThat(at.texts("select claim_id::text from claim")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "hva, finnes-ikke, Finnes ikke i katalogen",
        "hva, norsk, Finnes ikke i katalogen",
        "hva, norsk|C2, Finnes ikke i katalogen",
        "hva, '', Må fylles ut",
        "dato, 2999-01-01, Ikke en dato vi forstår",
        "dato, i går, Ikke en dato vi forstår",
        "gyldig, 1990-01-01, Må ikke være før",
    })
    void whatCannotBeTrueIsRefusedWithTheReason(String field, String value, String reason) {
        Map<String, String> form = new HashMap<>(CERTIFICATE);
        form.put(field, value);

        assertThat(handIn(at.kari, form)).hasStatus(422).bodyText().contains(reason);
        assertThat(at.texts("select claim_id::text from claim")).isEmpty();
    }

    @Test
    void aDeclarationStandsInTheLedgerAsOneAndCountsOnlyOnceItIsAttested() {
        at.handIn(mvc, at.kari, DECLARATION, null);

        assertThat(at.texts("select kind || ' ' || source from evidence")).containsExactly("DECLARATION declared");
        assertThat(at.status(at.kari, "K-NO")).isEqualTo(Status.OVERDUE);

        attest(at.liv, at.waiting(at.kari));

        assertThat(at.texts("select kind || ' ' || level from evidence order by kind"))
                .containsExactly("ATTESTATION B1", "DECLARATION B1");
        assertThat(at.status(at.kari, "K-NO")).isEqualTo(Status.COVERED);
    }

    @Test
    void aDeclarationThatAnotherSystemSendsWaitsLikeAnyOther() {
        at.town.sql(
                "insert into evidence (employer_id, source, external_id, employee_id, competence, level, achieved_on, kind,"
                        + " recorded_at) values (:e, 'hr', '7', ?, 'norsk', 'B1', ?, 'DECLARATION', now())",
                at.kari.value(),
                TODAY.minusDays(30));

        assertThat(at.get(mvc, at.liv, "/opplaering/bekreft")).bodyText().contains("Norsk, B1", "Meldt i hr");
        attest(at.liv, at.waiting(at.kari));
        assertThat(at.status(at.kari, "K-NO")).isEqualTo(Status.COVERED);
    }

    @Test
    void whatIsWithdrawnNobodyDecidesAndWhatIsDecidedNobodyWithdraws() {
        at.handIn(mvc, at.kari, DECLARATION, null);
        String seen = at.waiting(at.kari);
        String path = "/opplaering/lever/" + seen.split(":", 2)[0] + "/trekk";

        assertThat(at.post(mvc, at.ola, path, Map.of())).hasStatus(404);
        assertThat(at.post(mvc, at.kari, path, Map.of())).hasStatus3xxRedirection();
        assertThat(attest(at.liv, seen).getResponse().getRedirectedUrl()).contains("antall=0", "sent=");
        assertThat(at.texts("select kind from evidence where revoked_at is null"))
                .isEmpty();

        handIn(at.kari, CERTIFICATE);
        String decided = at.waiting(at.kari);
        attest(at.liv, decided);
        assertThat(at.post(mvc, at.kari, "/opplaering/lever/" + decided.split(":", 2)[0] + "/trekk", Map.of()))
                .hasRedirectedUrl("/min-kompetanse?levert=avgjort#mine-bevis");
        assertThat(at.status(at.kari, "K-FH")).isEqualTo(Status.COVERED);
    }

    @Test
    void whatIsTakenBackIsGoneWithItsFile() {
        handIn(at.kari, CERTIFICATE);
        String id = at.waitingId(at.kari);
        assertThat(at.get(mvc, at.liv, "/opplaering/dokument/" + id)).hasStatusOk();

        at.post(mvc, at.kari, "/opplaering/lever/" + id + "/trekk", Map.of());

        assertThat(at.get(mvc, at.liv, "/opplaering/dokument/" + id)).hasStatus(404);
        assertThat(at.texts("select file_name from claim_document")).isEmpty();
        handIn(at.kari, CERTIFICATE);
        attest(at.liv, at.waiting(at.kari));
        assertThat(at.texts("select file_name from claim_document")).hasSize(1);
    }

    @Test
    void aFormThatIsSentTwiceCountsOnce() {
        Map<String, String> form = new HashMap<>(CERTIFICATE);
        form.put("skjema", "0197f3c0-0000-7000-8000-000000000001");
        handIn(at.kari, form);
        assertThat(handIn(at.kari, form)).hasStatus3xxRedirection();
        assertThat(at.texts("select file_name from claim_document")).hasSize(1);
        form.put("merknad", "Nå med merknad");
        handIn(at.kari, form);
        handIn(at.ola, form);
        assertThat(at.texts("select state from claim")).hasSize(3);

        Map<String, List<String>> together = Map.of(
                "skjema",
                List.of("0197f3c0-0000-7000-8000-000000000002"),
                "hva",
                List.of("gruppe"),
                "dato",
                List.of(TODAY.toString()),
                "motpart",
                List.of("Læringsgruppe 3"),
                "person",
                List.of(at.kari.toString(), at.ola.toString()));
        at.post(mvc, at.liv, "/opplaering/aktiviteter", together);
        assertThat(at.post(mvc, at.liv, "/opplaering/aktiviteter", together))
                .hasRedirectedUrl("/opplaering/bekreft?utfall=registrert&antall=2");
        assertThat(at.texts("select external_id from result")).hasSize(2);
    }

    @Test
    void whatWasTakenBackCanBeSaidAgainByTheSameForm() {
        Map<String, String> form = new HashMap<>(CERTIFICATE);
        form.put("skjema", "0197f3c0-0000-7000-8000-000000000001");
        handIn(at.kari, form);
        String first = at.waitingId(at.kari);
        at.post(mvc, at.kari, "/opplaering/lever/" + first + "/trekk", Map.of());

        handIn(at.kari, form);

        assertThat(at.waitingId(at.kari)).isNotEqualTo(first);
        assertThat(at.get(mvc, at.kari, "/opplaering/lever")).bodyText().contains("name=\"skjema\" value=\"0");
        assertThat(at.get(mvc, at.liv, "/opplaering/aktiviteter")).bodyText().contains("name=\"skjema\" value=\"0");
    }

    @Test
    void whoeverHasAHundredThingsWaitingIsAskedToWait() {
        at.town.sql(
                "insert into claim (employer_id, claim_id, employee_id, kind, competence, achieved_on, made_at)"
                        + " select :e, gen_random_uuid(), ?, 'DECLARATION', 'forstehjelp', ?, now()"
                        + " from generate_series(1, 100)",
                at.kari.value(),
                TODAY);

        assertThat(handIn(at.kari, CERTIFICATE)).hasStatus(422).bodyText().contains("venter på bekreftelse at noen må");
        assertThat(handIn(at.ola, CERTIFICATE)).hasStatus3xxRedirection();
    }

    @Test
    void a43ACorrectionIsMadeWithWhatStoodThereBeforeAndUndoneWithAReason() {
        at.handIn(mvc, at.kari, DECLARATION, null);
        String seen = at.waiting(at.kari);
        String one = "/opplaering/bekreft/" + seen.split(":", 2)[0];

        assertThat(at.get(mvc, at.liv, one)).hasStatusOk().bodyText().contains("Kari Vestby: Norsk, B1");
        assertThat(at.post(
                        mvc,
                        at.liv,
                        one,
                        Map.of(
                                "versjon",
                                List.of("0"),
                                "dato",
                                List.of(TODAY.minusDays(3).toString()),
                                "niva",
                                List.of("A2"))))
                .hasRedirectedUrl("/opplaering/bekreft?utfall=bekreftet&antall=1");

        assertThat(at.text("select level || ' ' || achieved_on from evidence where kind = 'ATTESTATION'"))
                .isEqualTo("A2 " + TODAY.minusDays(3));
        assertThat(at.text("select corrected ->> 'level' || ' ' || (corrected ->> 'achieved_on') from claim_step"
                        + " where state = 'ATTESTED'"))
                .isEqualTo("B1 " + TODAY.minusYears(1));
        assertThat(at.status(at.kari, "K-NO")).isEqualTo(Status.OVERDUE);

        assertThat(at.post(mvc, at.liv, one + "/opphev", Map.of("versjon", List.of("1"))))
                .hasRedirectedUrl("/opplaering/bekreft?utfall=grunn");
        assertThat(at.post(
                        mvc, at.liv, one + "/opphev", Map.of("versjon", List.of("1"), "grunn", List.of("Feil person"))))
                .hasRedirectedUrl("/opplaering/bekreft?utfall=opphevet&antall=1");
        assertThat(at.text("select (revoked_at is not null)::text from evidence where kind = 'ATTESTATION'"))
                .isEqualTo("true");
        assertThat(at.get(mvc, at.kari, "/min-kompetanse")).bodyText().contains("Opphevet av Liv Moen", "Feil person");
    }

    @Test
    void a13AProgrammeElementWithoutAnLmsIsAttestedBySomebody() {
        assertThat(at.handIn(
                        mvc,
                        at.kari,
                        Map.of("slag", "aktivitet", "hva", "mentor", "dato", TODAY.toString(), "motpart", "Anne Berg"),
                        null))
                .hasStatus3xxRedirection();
        assertThat(at.status(at.kari, "K-LS")).isEqualTo(Status.OVERDUE);

        attest(at.liv, at.waiting(at.kari));

        assertThat(at.status(at.kari, "K-LS")).isEqualTo(Status.COVERED);
        assertThat(at.text("select item || ' ' || source from result")).isEqualTo("mentor attest");
    }

    @Test
    void a38WhatIsLearnedInOtherArenasIsAttestedInBulkByThreeClicks() {
        assertThat(at.get(mvc, at.liv, "/opplaering/aktiviteter"))
                .bodyText()
                .contains("Element gruppe", "Element mentor", "Kari Vestby", "Ola Dahl")
                .doesNotContain("Element e-kurs", "Per Foss", "Liv Moen<");

        assertThat(register("gruppe", "Læringsgruppe 3", at.kari, at.ola))
                .hasRedirectedUrl("/opplaering/bekreft?utfall=registrert&antall=2");

        assertThat(at.status(at.kari, "K-LS")).isEqualTo(Status.COVERED);
        assertThat(at.status(at.ola, "K-LS")).isEqualTo(Status.COVERED);
    }

    @Test
    void a41AnActivityNamesTheCounterpartAndWhoAttestedIt() {
        assertThat(register("mentor", "", at.kari)).hasStatusOk().bodyText().contains("Må fylles ut");
        assertThat(register("e-kurs", "Anne Berg", at.kari))
                .hasStatusOk()
                .bodyText()
                .contains("Finnes ikke");
        assertThat(at.texts("select claim_id::text from claim")).isEmpty();

        register("mentor", "Anne Berg", at.kari);

        assertThat(at.text("select counterpart || ' ' || (decided_by = '" + at.liv + "') from claim"))
                .isEqualTo("Anne Berg true");
        assertThat(register("mentor", "Anne Berg", at.elsewhere)).hasStatus(403);
        assertThat(register("mentor", "Anne Berg", at.liv)).hasStatus(403);
        assertThat(register("mentor", "Anne Berg", new EmployeeId(UUID.randomUUID())))
                .hasStatus(403);
    }

    private MvcTestResult register(String item, String with, EmployeeId... people) {
        return at.post(
                mvc,
                at.liv,
                "/opplaering/aktiviteter",
                Map.of(
                        "hva",
                        List.of(item),
                        "dato",
                        List.of(TODAY.toString()),
                        "motpart",
                        List.of(with),
                        "person",
                        Arrays.stream(people).map(EmployeeId::toString).toList()));
    }

    private MvcTestResult handIn(EmployeeId who, Map<String, String> form) {
        return at.handIn(mvc, who, form, pdf(""));
    }

    private MvcTestResult attest(EmployeeId who, String... seen) {
        return at.post(mvc, who, "/opplaering/bekreft", Map.of("valgt", List.of(seen)));
    }
}
