package no.kompetansebro.training.reminders;

import static no.kompetansebro.training.reminders.ReminderTown.SENDER;
import static no.kompetansebro.training.reminders.ReminderTown.TODAY;
import static no.kompetansebro.training.reminders.ReminderTown.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.kompetansebro.browser.Browsers;
import no.kompetansebro.browser.Pictures;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.organisation.access.Viewers;
import no.kompetansebro.requirement.RequirementCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
@AutoConfigureMockMvc
class RemindersIT {

    private static final Instant MORNING = at(TODAY, 8);
    private static final GreenMail POST = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    ReminderTown towns;

    @Autowired
    ReminderWork work;

    @Autowired
    Rounds rounds;

    @Autowired
    ReminderRuns runs;

    @Autowired
    SettingsBook book;

    @Autowired
    Letters letters;

    @Autowired
    Addressees addressees;

    @Autowired
    Notices notices;

    @Autowired
    Nudges nudges;

    @Autowired
    ComingLetters coming;

    @Autowired
    Viewers viewers;

    @Autowired
    AddressNotes quality;

    @Autowired
    MailServerForTests server;

    @Autowired
    MessageSource messages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    Municipality town;

    @BeforeAll
    static void startPost() {
        POST.start();
    }

    @AfterAll
    static void stopPost() {
        POST.stop();
    }

    @BeforeEach
    void aTownThatReminds() throws Exception {
        POST.purgeEmailFromAllMailboxes();
        server.use(POST.getSmtp().getPort());
        town = towns.build();
        towns.switchOn(town, Language.NB);
    }

    @AfterEach
    void noServer() {
        server.useNone();
    }

    @Test
    void c01_gathersWhatIsDueAndWhatExpiresInOneLetterToEachPerson() throws Exception {
        towns.kari(town);

        work(MORNING);

        MimeMessage letter = only();
        assertThat(letter.getAllRecipients()).extracting(Object::toString).containsExactly("kari@fjordvik.kommune.no");
        assertThat(letter.getFrom()[0]).hasToString("Fjordvik <" + SENDER + ">");
        assertThat(letter.getSubject()).isEqualTo("Fjordvik: 2 krav og oppdrag å følge opp");
        Words words = words("nb");
        for (String text : List.of(plain(letter), html(letter))) {
            assertThat(text)
                    .containsSubsequence(
                            "Hei Kari",
                            "Frist snart",
                            "Brannvernopplæring",
                            "Må være på plass senest " + words.date(TODAY.plusDays(6)),
                            "Utløper snart",
                            "Informasjonssikkerhet",
                            "Gyldig til og med " + words.date(TODAY.plusDays(19)))
                    .contains("/min-kompetanse", "/paminnelser")
                    .doesNotContain("Velferdsteknologi", "Vestby", "1001", "HT1");
        }
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.getHeader("Content-Language")).containsExactly("nb");
        assertThat(html(letter)).doesNotContain("<img", "<script", "@import");
    }

    @Test
    void c01_saysNothingTwiceAndEachStepOnce() {
        EmployeeId kari = towns.kari(town);

        work(MORNING);
        work(at(TODAY, 15));
        for (int day = 1; day <= 4; day++) {
            work(at(TODAY.plusDays(day), 9));
        }
        assertThat(received()).isEqualTo(1);

        work(at(TODAY.plusDays(7), 9)); // The deadline has passed; it does not become due on a Sunday.
        assertThat(received()).isEqualTo(2);
        assertThat(said(kari)).containsExactlyInAnyOrder("DEADLINE 7", "EXPIRY 30", "PASSED 0");

        work(at(TODAY.plusDays(14), 9)); // Five days before it ends.
        work(at(TODAY.plusDays(15), 9));
        assertThat(received()).isEqualTo(3);
        assertThat(said(kari)).contains("EXPIRY 7");
    }

    @ParameterizedTest
    @CsvSource({
        "nn, Her er det du bør følgje opp no., Fristen er ute, Brannvernopplæring på nynorsk, Vel kva du vil ha",
        "en, This is what you should see to now., Past the deadline, Fire safety training, Choose what you want",
    })
    void writesInTheLanguageThatTheEmployeeChose(String code, String lead, String title, String name, String choose) {
        EmployeeId ola = towns.ola(town);
        town.in(() -> {
            addressees.choose(ola, true, Language.of(code));
            return true;
        });

        work(MORNING);

        assertThat(plain(only())).contains(lead, title, name, choose).doesNotContain("følge opp nå");
    }

    @Test
    void writesInTheEmployersLanguageUntilTheEmployeeHasReadAPage() {
        towns.switchOn(town, Language.NN);
        EmployeeId ola = towns.ola(town);
        EmployeeId kari = towns.kari(town);
        town.in(() -> {
            addressees.saw(kari, Language.EN);
            return true;
        });

        work(MORNING);

        assertThat(plain(to("ola@fjordvik.kommune.no"))).contains("Her er det du bør følgje opp no.");
        assertThat(plain(to("kari@fjordvik.kommune.no"))).contains("This is what you should see to now.");
        assertThat(said(ola)).containsExactlyInAnyOrder("PASSED 0", "PASSED 0");
    }

    @Test
    void writesToNobodyWhoHasLeftOrIsOnLeaveOrHasNoAddress() {
        EmployeeId left = towns.ola(town);
        town.sql("update employment set valid_until = ? where employee_id = ?", TODAY, left.value());
        town.leave(towns.kari(town), TODAY.minusDays(1), TODAY.plusDays(1));
        towns.employee(town, "1003", "Per", null, TODAY.minusYears(4));

        work(MORNING);

        assertThat(received()).isZero();
        assertThat(states()).containsExactly("ON_PAGE NO_ADDRESS");
        assertThat(quality())
                .containsExactly("training.reminders.quality.none 1", "training.reminders.quality.refused 0");
    }

    @Test
    void writesAgainToThoseWhoAreBackFromLeave() {
        town.leave(towns.kari(town), TODAY.minusDays(20), TODAY.plusDays(1));

        work(MORNING);
        work(at(TODAY.plusDays(1), 9));

        assertThat(received()).isEqualTo(1);
    }

    @Test
    void whoLeavesOrIsDoneBeforeTheLetterGoesGetsNone() {
        EmployeeId ola = towns.ola(town);
        EmployeeId kari = towns.kari(town);
        queueOnly();
        town.sql("update employment set valid_until = ? where employee_id = ?", TODAY, ola.value());
        town.result(kari, "IS-01", TODAY.minusDays(1));
        town.result(kari, "BV-01", TODAY.minusDays(1));

        work(MORNING);

        assertThat(received()).isZero();
        assertThat(states()).containsExactlyInAnyOrder("DROPPED AWAY", "DROPPED MOOT");
    }

    @Test
    void whoChoseNotToGetEmailSeesItOnThePage() {
        EmployeeId kari = towns.kari(town);
        town.in(() -> {
            addressees.choose(kari, false, Optional.empty());
            return true;
        });

        work(MORNING);

        assertThat(received()).isZero();
        assertThat(states()).containsExactly("ON_PAGE CHOICE");
        assertThat(get(kari, "/min-kompetanse"))
                .bodyText()
                .contains("Frist snart: Brannvernopplæring", "Utløper snart: Informasjonssikkerhet")
                .doesNotContain("(på e-post)");
    }

    @Test
    void aStatutoryRequirementPastItsDeadlineCannotBeChosenAway() {
        EmployeeId ola = towns.ola(town);
        town.in(() -> {
            addressees.choose(ola, false, Optional.empty());
            return true;
        });

        work(MORNING);

        assertThat(plain(only())).contains("Brannvernopplæring").doesNotContain("Informasjonssikkerhet");
        assertThat(get(ola, "/paminnelser")).bodyText().contains("du kan ikke velge den bort");
    }

    @Test
    void theEmployeeChoosesOnAPage() {
        EmployeeId kari = towns.kari(town);

        assertThat(post(kari, "/paminnelser", "sprak=en")).hasStatus3xxRedirection();
        assertThat(get(kari, "/paminnelser?utfall=lagret"))
                .bodyText()
                .contains("Valget ditt er lagret", "kari@fjordvik.kommune.no", "value=\"en\" lang=\"en\" selected");
        assertThat(town.in(() -> addressees.find(kari, TODAY)).orElseThrow().byEmail())
                .isFalse();
    }

    @Test
    void c01_twoInstancesTogetherSendEachLetterOnce() throws Exception {
        for (int i = 0; i < 12; i++) {
            towns.employee(town, "20" + i, "Ansatt" + i, "a" + i + "@fjordvik.kommune.no", TODAY.minusYears(4));
        }
        try (var instances = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> both = List.of(instances.submit(this::instance), instances.submit(this::instance));
            for (Future<Boolean> each : both) {
                assertThat(each.get()).isTrue();
            }
        }
        work(MORNING);

        assertThat(Arrays.stream(POST.getReceivedMessages()).map(RemindersIT::addressee))
                .hasSize(12)
                .doesNotHaveDuplicates();
        assertThat(states()).containsOnly("SENT ").hasSize(12);
    }

    private boolean instance() {
        server.use(POST.getSmtp().getPort());
        work(MORNING);
        return true;
    }

    @Test
    void c01_goesOnWhereAKilledInstanceStoppedLooking() {
        for (int i = 0; i < 6; i++) {
            towns.employee(town, "20" + i, "Ansatt" + i, "a" + i + "@fjordvik.kommune.no", TODAY.minusYears(4));
        }
        town.in(() -> {
            runs.begin(ReminderRuns.Kind.PEOPLE, TODAY, MORNING);
            assertThat(rounds.step(book.find(), TODAY, MORNING, 5)).isTrue();
            return true;
        });
        assertThat(states()).hasSize(2);

        work(MORNING);

        assertThat(received()).isEqualTo(6);
        assertThat(town.in(() -> runs.last(2)))
                .filteredOn(run -> run.kind() == ReminderRuns.Kind.PEOPLE)
                .singleElement()
                .returns(6, ReminderRuns.Listed::people)
                .returns(6, ReminderRuns.Listed::letters)
                .returns(6, ReminderRuns.Listed::sent)
                .returns(true, ReminderRuns.Listed::finished);
    }

    @Test
    void c01_whatAKilledInstanceWasSendingIsToldAndNotSentAgainByItself() {
        EmployeeId ola = towns.ola(town);
        queueOnly();
        town.in(() -> letters.claim(MORNING)); // Killed here, or anywhere before the answer was kept.

        work(MORNING.plusSeconds(60));
        assertThat(states()).containsExactly("SENDING ");
        work(MORNING.plus(Letters.LEASE).plusSeconds(1));
        work(at(TODAY.plusDays(1), 9));
        assertThat(received()).isZero();
        assertThat(states()).containsExactly("UNCERTAIN INTERRUPTED");

        EmployeeId admin = administrator();
        assertThat(get(admin, RemindersPage.PATH)).bodyText().contains("1002 Ola Vestby", "kan ha kommet fram");
        String letter = town.in(() -> notices.failures(1)).getFirst().letter().toString();
        assertThat(post(admin, RemindersPage.PATH + "/" + letter + "/igjen", ""))
                .hasRedirectedUrl(RemindersPage.PATH + "?utfall=retried");
        work(MORNING.plusSeconds(7200));
        assertThat(plain(only())).contains("Brannvernopplæring");
        assertThat(said(ola)).hasSize(2);
    }

    @Test
    void waitsForAServerThatIsAwayAndSendsThen() throws Exception {
        towns.ola(town);
        try (ScriptedSmtp gone = new ScriptedSmtp()) {
            server.use(gone.port());
        }
        for (int i = 0; i < 20; i++) {
            work(MORNING.plusSeconds(600L * i));
        }
        assertThat(states()).containsExactly("WAITING SERVER");
        assertThat(get(administrator(), RemindersPage.PATH)).bodyText().contains("E-posttjeneren tar ikke imot nå");

        server.use(POST.getSmtp().getPort());
        work(at(TODAY, 18));
        assertThat(received()).isEqualTo(1);
    }

    @Test
    void triesLaterWhatIsRefusedForNowAndGivesUpInTheEnd() throws Exception {
        towns.ola(town);
        try (ScriptedSmtp grey = new ScriptedSmtp().toRecipient("451 4.7.1 Greylisted, try again")) {
            server.use(grey.port());
            work(MORNING);
            work(MORNING.plusSeconds(60));
            assertThat(grey.addressees()).hasSize(1);
            assertThat(states()).containsExactly("WAITING LATER");

            for (int hour = 9; hour < 23; hour++) {
                work(at(TODAY, hour));
            }
            for (int day = 1; day < 4; day++) {
                work(at(TODAY.plusDays(day), 9));
            }
            assertThat(grey.addressees()).hasSize(8);
            assertThat(states()).containsExactly("FAILED TOO_OFTEN");
        }
    }

    @Test
    void anAddressThatDoesNotExistIsNotedAndNothingMoreGoesThere() throws Exception {
        EmployeeId kari = towns.kari(town);
        try (ScriptedSmtp strict = new ScriptedSmtp().toRecipient("550 5.1.1 kari@fjordvik.kommune.no unknown")) {
            server.use(strict.port());
            work(MORNING);
            work(at(TODAY.plusDays(7), 9));
            assertThat(strict.addressees()).hasSize(1);
        }
        assertThat(states()).containsExactlyInAnyOrder("FAILED ADDRESS", "ON_PAGE ADDRESS");
        assertThat(town.in(() -> notices.failures(9)).getFirst().reply()).isEqualTo("550 5.1.1");
        assertThat(quality()).contains("training.reminders.quality.refused 1");

        town.sql("update employee set email = 'kari.v@fjordvik.kommune.no' where employee_id = ?", kari.value());
        server.use(POST.getSmtp().getPort());
        work(at(TODAY.plusDays(14), 9));
        assertThat(addressee(only())).isEqualTo("kari.v@fjordvik.kommune.no");
        assertThat(quality()).contains("training.reminders.quality.refused 0");
    }

    @ParameterizedTest
    @CsvSource({
        "toSender, 553 5.7.1 Sender not owned by us, WAITING SERVER",
        "toSender, 530 5.7.0 Sign in first, WAITING SERVER",
        "toRecipient, 554 5.7.1 Relay access denied, WAITING SERVER",
        "toRecipient, 450 Mailbox busy, WAITING LATER",
        "toRecipient, 550 No such user, FAILED ADDRESS",
        "toLetter, 452 4.3.1 Out of space, WAITING LATER",
        "toLetter, 554 5.6.0 Looks like spam, FAILED REFUSED",
        "toLetter, 250 2.0.0 Ok and no goodbye, 'SENT '",
        "toLetter, '', UNCERTAIN BROKEN_OFF",
        "toRecipient, '', WAITING LATER",
    })
    void readsWhatTheMailServerMeans(String when, String reply, String state) throws Exception {
        towns.ola(town);
        try (ScriptedSmtp smtp = new ScriptedSmtp()) {
            switch (when) {
                case "toSender" -> smtp.toSender(reply);
                case "toRecipient" -> smtp.toRecipient(reply);
                default -> smtp.toLetter(reply);
            }
            server.use(smtp.port());
            work(MORNING);
        }
        assertThat(states()).containsExactly(state);
    }

    @Test
    void namesAndTitlesCannotAddHeadersOrMarkup() throws Exception {
        EmployeeId ola = towns.ola(town);
        town.sql(
                "update employee set given_name = ? where employee_id = ?",
                "Ola\r\nBcc: alle@fjordvik.no",
                ola.value());
        jdbc.sql("update employer set name = ? where employer_id = ?")
                .params(
                        "Fjordvik\r\nBcc: alle@fjordvik.no\r\n\r\nHei",
                        town.id().value())
                .update();
        towns.rename(town, "Brannvern\r\nBcc: alle@fjordvik.no <script>alert(1)</script>");
        EmployeeId kari = towns.kari(town);
        town.sql(
                "update employee set email = ? where employee_id = ?",
                "kari@fjordvik.no\r\nBcc: alle@fjordvik.no",
                kari.value());

        work(MORNING);

        MimeMessage letter = only();
        assertThat(letter.getHeader("Bcc")).isNull();
        assertThat(letter.getAllRecipients()).hasSize(1);
        assertThat(letter.getSubject()).startsWith("Fjordvik Bcc: alle@fjordvik.no Hei: 2 krav");
        assertThat(plain(letter)).contains("- Brannvern Bcc: alle@fjordvik.no <script>");
        assertThat(html(letter)).contains("&lt;script&gt;").doesNotContain("<script>");
        assertThat(states()).containsExactlyInAnyOrder("SENT ", "ON_PAGE NOT_AN_ADDRESS");
    }

    @Test
    void nothingIsSentAndNothingCanBeSwitchedOnWithoutAMailServer() {
        server.useNone();
        towns.ola(town);
        EmployeeId admin = administrator();

        work(MORNING);

        assertThat(states()).isEmpty();
        town.sql("delete from reminder_setting");
        assertThat(get(admin, RemindersPage.PATH)).bodyText().contains("Ingen e-posttjener er satt opp", "disabled");
        assertThat(save(admin, "pa=true", SENDER, "30, 7, 0")).hasRedirectedUrl(RemindersPage.PATH + "?utfall=server");
        assertThat(town.in(() -> book.find()).isOn()).isFalse();
    }

    @Test
    void isOffUntilAnAdministratorSwitchesItOnAndOffAgain() {
        town.sql("delete from reminder_setting");
        EmployeeId admin = administrator();
        towns.ola(town);
        work(MORNING);
        assertThat(states()).isEmpty();

        assertThat(save(admin, "pa=true", "Fjordvik <a@b.no>", "30"))
                .hasRedirectedUrl(RemindersPage.PATH + "?utfall=sender");
        assertThat(save(admin, "pa=true", SENDER, "mange")).hasRedirectedUrl(RemindersPage.PATH + "?utfall=days");
        assertThat(save(admin, "pa=true", SENDER, "14, 60")).hasRedirectedUrl(RemindersPage.PATH + "?utfall=saved");
        assertThat(town.in(() -> book.find()).daysAhead()).containsExactly(60, 14);

        towns.switchOn(town, Language.NB);
        queueOnly();
        assertThat(save(admin, "", SENDER, "14, 60")).hasRedirectedUrl(RemindersPage.PATH + "?utfall=saved");
        work(MORNING);
        assertThat(states()).containsOnly("ON_PAGE SWITCHED_OFF");
        assertThat(received()).isZero();
    }

    @Test
    void c19_theAdministratorSeesAnExampleSendsItToThemselvesAndSeesTheRuns() {
        EmployeeId admin = administrator();
        towns.ola(town);
        work(MORNING);

        assertThat(get(admin, RemindersPage.PATH + "?sprak=nn"))
                .hasStatusOk()
                .bodyText()
                .contains("Brannvernopplæring på nynorsk", "Hei Admin", "Siste runder", "Ansatte", "Ledere");
        assertThat(post(admin, RemindersPage.PATH + "/prov", "sprak=nn"))
                .hasRedirectedUrl(RemindersPage.PATH + "?utfall=sent");
        assertThat(plain(to("admin@fjordvik.kommune.no"))).contains("Hei Admin", "Opne Min kompetanse");
        assertThat(get(towns.kari(town), RemindersPage.PATH)).hasStatus(403);
        assertThat(post(towns.berit(town), RemindersPage.PATH + "/prov", "")).hasStatus(403);
    }

    @Test
    void c01_aLeaderGetsOneLetterAWeekWithCountsAndNoNames() throws Exception {
        towns.ola(town);
        towns.kari(town);
        EmployeeId berit = towns.berit(town);

        work(MORNING);
        work(at(TODAY.plusDays(1), 9));

        assertThat(to("berit@fjordvik.kommune.no").getSubject()).isEqualTo("Fjordvik: uken i enheten din");
        String letter = plain(to("berit@fjordvik.kommune.no"));
        assertThat(letter)
                .contains("Hjemmetjenesten", "2 krav er utløpt eller over fristen", "ett krav utløper snart")
                .contains("/min-enhet?enhet=HT")
                .doesNotContain("Ola", "Kari", "Vestby", "Brannvern");
        assertThat(received()).isEqualTo(3);

        work(at(TODAY.plusDays(7), 9));
        assertThat(Arrays.stream(POST.getReceivedMessages())
                        .map(RemindersIT::addressee)
                        .filter("berit@fjordvik.kommune.no"::equals))
                .hasSize(2);
        assertThat(said(berit)).containsExactly("WEEK 0", "WEEK 0");
    }

    @Test
    void whatIsAssignedIsToldOfOnceAndAgainWhenItsDayHasPassed() {
        EmployeeId nora = towns.employee(town, "1004", "Nora", "nora@fjordvik.kommune.no", TODAY.minusYears(3));
        town.result(nora, "BV-01", TODAY.minusDays(30));
        town.result(nora, "IS-01", TODAY.minusDays(30));
        assign("IMPOSED", nora, TODAY.plusDays(6));
        assign("OFFER", nora, TODAY.plusDays(6));
        EmployeeId gone = towns.employee(town, "1005", "Geir", "geir@fjordvik.kommune.no", TODAY.minusYears(3));
        assign("IMPOSED", gone, TODAY.plusDays(6));
        town.sql("update employment set valid_until = ? where employee_id = ?", TODAY, gone.value());

        work(MORNING);
        work(at(TODAY.plusDays(1), 9));
        assertThat(plain(only()))
                .contains("Nytt til deg", "VT-01")
                .contains("Skal være gjort senest " + words("nb").date(TODAY.plusDays(6)));
        assertThat(said(nora)).containsExactlyInAnyOrder("ASSIGNED 0", "TASK_DEADLINE 7");

        work(at(TODAY.plusDays(7), 9));
        assertThat(said(nora)).contains("TASK_PASSED 0").hasSize(3);
        town.result(nora, "VT-01", TODAY.plusDays(7));
        work(at(TODAY.plusDays(8), 9));
        assertThat(received()).isEqualTo(2);
    }

    @Test
    void foretellsWhatIsSentInAFortnightInWhichNobodyDoesAnything() {
        towns.kari(town);
        towns.ola(town);
        EmployeeId nora = towns.employee(town, "1004", "Nora", "nora@fjordvik.kommune.no", TODAY.minusYears(3));
        town.result(nora, "BV-01", TODAY.minusMonths(24).plusDays(9));
        town.result(nora, "IS-01", TODAY.minusDays(30));
        assign("IMPOSED", nora, TODAY.plusDays(6));
        work(at(TODAY.minusDays(3), 9)); // Friday
        int friday = received();
        EmployeeId per = towns.employee(town, "1006", "Per", "per@fjordvik.kommune.no", TODAY.minusYears(3));
        town.result(per, "BV-01", TODAY.minusMonths(24).minusDays(1)); // It lapsed at the weekend.
        town.result(per, "IS-01", TODAY.minusDays(30));

        Map<LocalDate, Integer> foretold = new TreeMap<>();
        town.in(() -> coming.from(book.find(), TODAY))
                .forEach(day -> foretold.put(day.date(), day.people().size()));
        Map<LocalDate, Integer> sent = new TreeMap<>();
        int before = received();
        for (LocalDate day = TODAY; day.isBefore(TODAY.plusDays(14)); day = day.plusDays(1)) {
            work(at(day, 9));
            if (received() > before) {
                sent.put(day, received() - before);
            }
            before = received();
        }

        assertThat(friday).isPositive();
        assertThat(foretold).isEqualTo(sent).hasSizeGreaterThan(2);
        assertThat(town.in(() -> coming.from(book.find(), TODAY.plusDays(13))))
                .as("what was said meanwhile is not said again")
                .allSatisfy(day -> assertThat(day.date()).isAfter(TODAY.plusDays(13)));
    }

    @Test
    void showsHrByNameAndAdministratorsByNumberWhatIsComing() {
        towns.kari(town);
        EmployeeId admin = towns.employee(town, "1007", "Anne", null, TODAY.minusYears(3));
        EmployeeId hr = towns.employee(town, "1008", "Hans", null, TODAY.minusYears(3));
        EmployeeId ola = towns.ola(town);
        town.grant(admin, "ADMINISTRATOR", null, TODAY.minusYears(1), null);
        town.grant(hr, "HR", null, TODAY.minusYears(1), null);

        assertThat(get(hr, ComingPage.PATH)).hasStatusOk().bodyText().contains("Kari Vestby", "Utløper snart");
        assertThat(get(admin, ComingPage.PATH))
                .hasStatusOk()
                .bodyText()
                .contains("Utløper snart")
                .doesNotContain("Kari Vestby");
        assertThat(get(ola, ComingPage.PATH)).hasStatus(403);
        int looks = town.in(() -> transactions.execute(
                _ -> jdbc.sql("select count(*) from access_look where page = 'paminnelser-kommende'")
                        .query(Integer.class)
                        .single()));
        assertThat(looks).isEqualTo(1);
    }

    private void assign(String kind, EmployeeId employee, LocalDate due) {
        UUID assignment = UUID.randomUUID();
        town.sql(
                "insert into assignment (employer_id, assignment_id, items, kind, audience, due_on, afresh, reason,"
                        + " assigned_on, assigned_at) values (:e, ?, array['VT-01'], ?, 'PEOPLE', ?, false, 'test', ?, now())",
                assignment,
                kind,
                due,
                TODAY);
        town.sql(
                "insert into assignment_person (employer_id, assignment_id, employee_id) values (:e, ?, ?)",
                assignment,
                employee.value());
    }

    @Test
    void aLeaderIsToldHowManyThingsWaitForTheirWord() {
        EmployeeId nora = towns.employee(town, "1004", "Nora", null, TODAY.minusYears(3));
        town.result(nora, "BV-01", TODAY.minusDays(30));
        town.result(nora, "IS-01", TODAY.minusDays(30));
        towns.berit(town);
        town.sql(
                "insert into claim (employer_id, claim_id, employee_id, kind, competence, achieved_on, made_at)"
                        + " values (:e, gen_random_uuid(), ?, 'DECLARATION', 'teknologi', ?, now())",
                nora.value(),
                TODAY.minusDays(10));

        work(MORNING);

        assertThat(plain(only()))
                .contains(
                        "Dette venter på deg", "Én ting venter på at du bekrefter eller avviser", "/opplaering/bekreft")
                .doesNotContain("Nora", "krav er utløpt");
    }

    @Test
    void aLeaderWithNothingToFollowUpGetsNoLetter() {
        towns.berit(town);

        work(MORNING);

        assertThat(received()).isZero();
        assertThat(states()).containsExactly("DROPPED MOOT");
    }

    @Test
    void aLeaderRemindsAnEmployeeOfARequirementAndNotAgainBeforeTheWeekIsOver() {
        EmployeeId ola = towns.ola(town);
        EmployeeId berit = towns.berit(town);
        String page = "/paminn?ansatt=" + ola + "&krav=K-IS";
        assertThat(get(berit, "/forklaring?ansatt=" + ola + "&krav=K-IS"))
                .bodyText()
                .contains("href=\"/paminn?", "Send påminnelse");
        assertThat(get(berit, page)).hasStatusOk().bodyText().contains("Ola Vestby", "Informasjonssikkerhet", "<form");

        MvcTestResult done = post(berit, "/paminn", "ansatt=" + ola + "&krav=K-IS");

        assertThat(done).hasRedirectedUrl(page + "&utfall=email");
        assertThat(get(berit, page + "&utfall=email")).bodyText().contains("Påminnelsen er lagt inn");
        assertThat(get(berit, page))
                .bodyText()
                .contains("ble minnet på dette")
                .doesNotContain("<form class=\"kb-actions\"");
        assertThat(get(ola, "/min-kompetanse"))
                .bodyText()
                .contains("Berit Sjøberg minnet deg på: Informasjonssikkerhet");
        post(berit, "/paminn", "ansatt=" + ola + "&krav=K-IS");
        assertThat(said(ola)).containsExactly("NUDGE 0");
    }

    @Test
    void whatALeaderRemindsOfGoesInOneLetterWithTheRest() {
        EmployeeId ola = towns.ola(town);
        EmployeeId berit = towns.berit(town);
        town.in(() -> nudges.remind(viewer(berit), ola, new RequirementCode("K-IS"), TODAY, at(TODAY, 7)));

        work(MORNING);

        assertThat(plain(to("ola@fjordvik.kommune.no")))
                .containsSubsequence(
                        "Lederen din minner deg på",
                        "Informasjonssikkerhet",
                        "Fristen er ute, eller det har utløpt",
                        "Brannvernopplæring");
        assertThat(Arrays.stream(POST.getReceivedMessages()).map(RemindersIT::addressee))
                .containsOnlyOnce("ola@fjordvik.kommune.no");
    }

    @Test
    void nobodyRemindsThemselvesOrThoseOfOthersOrOfWhatIsCovered() {
        EmployeeId ola = towns.ola(town);
        EmployeeId kari = towns.kari(town);
        EmployeeId berit = towns.berit(town);
        town.unit("SK", null);
        EmployeeId principal = town.employee("77");
        town.leader(principal, "SK", TODAY.minusYears(2), null);

        assertThat(get(berit, "/paminn?ansatt=" + ola + "&krav=K-BV")).hasStatusOk();
        assertThat(post(principal, "/paminn", "ansatt=" + ola + "&krav=K-BV")).hasStatus(404);
        assertThat(post(kari, "/paminn", "ansatt=" + ola + "&krav=K-BV")).hasStatus(404);
        assertThat(post(ola, "/paminn", "ansatt=" + ola + "&krav=K-BV")).hasStatus(404);
        town.result(ola, "BV-01", TODAY.minusDays(40));
        assertThat(post(berit, "/paminn", "ansatt=" + ola + "&krav=K-BV")).hasStatus(404);
        assertThat(said(ola)).isEmpty();
    }

    @Test
    void theLetterCanBeReadOnABigAndASmallScreen() throws Exception {
        towns.kari(town);
        towns.ola(town);
        work(MORNING);
        String letter = html(to("kari@fjordvik.kommune.no"));
        for (int width : List.of(1280, 360)) {
            Browsers.use(width, 800, context -> {
                var page = context.newPage();
                page.setContent(letter);
                Files.createDirectories(Path.of("target/screenshots"));
                Pictures.ofWindow(page, "paminnelse-epost-" + width);
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(width);
            });
        }
    }

    private void work(Instant now) {
        town.in(() -> work.work(1000, now));
    }

    private void queueOnly() {
        town.in(() -> {
            runs.begin(ReminderRuns.Kind.PEOPLE, TODAY, MORNING);
            return rounds.step(book.find(), TODAY, MORNING);
        });
    }

    private EmployeeId administrator() {
        EmployeeId admin = towns.employee(town, "9", "Admin", "admin@fjordvik.kommune.no", TODAY.minusYears(3));
        town.result(admin, "BV-01", TODAY.minusDays(30));
        town.result(admin, "IS-01", TODAY.minusDays(30));
        town.grant(admin, "ADMINISTRATOR", null, TODAY.minusYears(1), null);
        return admin;
    }

    private Viewer viewer(EmployeeId who) {
        return viewers.of(town.visitor(who));
    }

    private Words words(String language) {
        return new Words(messages, Language.of(language).orElseThrow().locale());
    }

    private List<String> states() {
        return rows("select state || ' ' || coalesce(problem, '') from reminder_letter order by letter_id");
    }

    private List<String> said(EmployeeId employee) {
        return rows("select kind || ' ' || step from reminder_matter where employee_id = '" + employee + "'");
    }

    private List<String> rows(String sql) {
        return town.in(() ->
                transactions.execute(_ -> jdbc.sql(sql).query(String.class).list()));
    }

    private List<String> quality() {
        Viewer hr = Viewer.ofEverything();
        return town.in(() -> quality.of(hr)).stream()
                .map(note -> note.messageKey() + " " + note.count())
                .toList();
    }

    private static int received() {
        return POST.getReceivedMessages().length;
    }

    private static MimeMessage only() {
        MimeMessage[] received = POST.getReceivedMessages();
        assertThat(received).hasSize(1);
        return received[0];
    }

    private static MimeMessage to(String address) {
        return Arrays.stream(POST.getReceivedMessages())
                .filter(letter -> addressee(letter).equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static String addressee(MimeMessage letter) {
        try {
            return letter.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(MimeMessage letter) {
        return part(letter, 0);
    }

    private static String html(MimeMessage letter) {
        return part(letter, 1);
    }

    private static String part(MimeMessage letter, int index) {
        try {
            return ((MimeMultipart) letter.getContent())
                    .getBodyPart(index)
                    .getContent()
                    .toString()
                    .replace("\r\n", "\n");
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MvcTestResult get(EmployeeId who, String path) {
        return mvc.get().uri(path).with(csrf()).with(authentication(as(who))).exchange();
    }

    private MvcTestResult post(EmployeeId who, String path, String form) {
        return mvc.post()
                .uri(path)
                .contentType("application/x-www-form-urlencoded")
                .content(form)
                .with(csrf())
                .with(authentication(as(who)))
                .exchange();
    }

    private MvcTestResult save(EmployeeId who, String on, String sender, String days) {
        return mvc.post()
                .uri(RemindersPage.PATH + (on.isEmpty() ? "" : "?" + on))
                .param("time", "8")
                .param("lederdag", "1")
                .param("dager", days)
                .param("pause", "7")
                .param("avsender", sender)
                .param("standardsprak", "nb")
                .with(csrf())
                .with(authentication(as(who)))
                .exchange();
    }

    private UsernamePasswordAuthenticationToken as(EmployeeId who) {
        return UsernamePasswordAuthenticationToken.authenticated(town.visitor(who), null, List.of());
    }
}
