package no.kompetansebro.lms;

import static no.kompetansebro.lms.spi.Taken.HELD;
import static no.kompetansebro.lms.spi.Taken.KNOWN;
import static no.kompetansebro.lms.spi.Taken.RECORDED;
import static no.kompetansebro.lms.spi.Taken.REFUSED;
import static no.kompetansebro.lms.spi.Taken.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import no.kompetansebro.lms.spi.CompletionSource;
import no.kompetansebro.lms.spi.Completions;
import no.kompetansebro.lms.spi.Handover;
import no.kompetansebro.lms.spi.Outcome;
import no.kompetansebro.lms.spi.PersonKey;
import no.kompetansebro.lms.spi.ReportedCompletion;
import no.kompetansebro.lms.spi.ReportedCourse;
import no.kompetansebro.lms.spi.Taken;
import no.kompetansebro.lti.LaunchScenario;
import no.kompetansebro.shared.EmployerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of what sources report: none lost, none invented. */
class CompletionIntakeIT extends LaunchScenario {

    private static final Instant MOMENT = Instant.parse("2026-03-01T10:00:00Z");

    @Autowired
    Completions completions;

    @Autowired
    QuarantineWork work;

    private CompletionSource source;

    @BeforeEach
    void anItem() {
        source = new CompletionSource("moodle:" + UUID.randomUUID(), "https://moodle.example");
        item("forstehjelp", "FH-01", "forstehjelp-kort");
    }

    private void item(String code, String idNumber, String shortName) {
        inEmployer(() -> jdbc.sql("""
                insert into item (employer_id, code, name, kind, position, course_id_number, course_short_name)
                values (current_employer(), :code, '{"nb": "Kurs"}', 'COURSE', 1, :number, :short)
                """)
                .param("code", code)
                .param("number", idNumber)
                .param("short", shortName)
                .update());
    }

    private static ReportedCourse course(String id, String idNumber) {
        return new ReportedCourse(
                "course:" + id, Optional.of("Kurs " + id), Optional.of(idNumber), Optional.of("k" + id));
    }

    private static PersonKey number(String number) {
        return new PersonKey(Optional.of("u-" + number), Optional.of(number), Optional.empty());
    }

    private static ReportedCompletion completion(String id, PersonKey person, ReportedCourse course) {
        return new ReportedCompletion(id, person, course, MOMENT, Optional.empty());
    }

    private static ReportedCompletion kari(String id) {
        return completion(id, number(KARI), course("7", "FH-01"));
    }

    private List<Taken> take(List<ReportedCompletion> reported, String... withdrawn) {
        return inEmployer(() -> completions
                .take(new Handover(source, reported, List.of(withdrawn)))
                .each());
    }

    private String ledger() {
        return inEmployer(() ->
                jdbc.sql("""
                select coalesce(string_agg(concat_ws(' ', external_id, item, achieved_on, score), ', ' order by external_id), '')
                  from result where revoked_at is null and source = :source
                """).param("source", source.name()).query(String.class).single());
    }

    private String states() {
        return inEmployer(() ->
                jdbc.sql("""
                select coalesce(string_agg(concat_ws(' ', external_id, state, withdrawal), ', ' order by external_id), '')
                  from completion where source = :source
                """).param("source", source.name()).query(String.class).single());
    }

    private void confirm(String subject, String status) {
        inEmployer(() -> jdbc.sql("""
                insert into account_link (employer_id, link_id, issuer, subject, status, employee_id, first_seen_at, last_seen_at, decided_at)
                select current_employer(), uuidv7(), :issuer, :subject, :status, employee_id, now(), now(), now() from employee
                 where employee_no = :kari
                """)
                .param("issuer", source.issuer())
                .param("subject", subject)
                .param("status", status)
                .param("kari", KARI)
                .update());
    }

    @Test
    void recordsWhoAndWhatIsKnownByTheirNumbers() {
        assertThat(take(List.of(kari("a")))).containsExactly(RECORDED);

        assertThat(ledger()).isEqualTo("a forstehjelp 2026-03-01");
        assertThat(states()).isEqualTo("a RECORDED");
    }

    @Test
    void countsTheSameCompletionOnce() {
        assertThat(take(List.of(kari("a"), kari("a")))).containsExactly(RECORDED, KNOWN);
        assertThat(take(List.of(kari("a")))).containsExactly(KNOWN);

        assertThat(ledger()).isEqualTo("a forstehjelp 2026-03-01");
    }

    @Test
    void findsTheItemByShortNameWhereThereIsNoIdNumber() {
        var course =
                new ReportedCourse("course:8", Optional.empty(), Optional.empty(), Optional.of("forstehjelp-kort"));

        assertThat(take(List.of(completion("a", number(KARI), course)))).containsExactly(RECORDED);
    }

    @Test
    void findsNoItemByAnIdNumberOfTwo() {
        item("andre", "FH-01", "noe-annet");

        assertThat(take(List.of(kari("a")))).containsExactly(WAITING);
    }

    @Test
    void findsThePersonByTheAccountLinkBeforeTheNumber() {
        employ("2000", "Ola", "Lie");
        confirm("u-2000", "CONFIRMED");

        take(List.of(completion("a", number("2000"), course("7", "FH-01"))));

        assertThat(inEmployer(() -> jdbc.sql("""
                        select e.employee_no from result r join employee e using (employer_id, employee_id)
                        """).query(String.class).single())).isEqualTo(KARI);
    }

    @Test
    void leavesARejectedAccountAloneWhateverItsNumber() {
        confirm("u-" + KARI, "REJECTED");

        assertThat(take(List.of(kari("a")))).containsExactly(WAITING);
    }

    @Test
    void hasWhatItCannotMatchWaitUntilTheEmployeeComes() {
        assertThat(take(List.of(completion("a", number("77"), course("7", "FH-01")))))
                .containsExactly(WAITING);
        work.look();
        assertThat(ledger()).isEmpty();

        employ("77", "Ny", "Ansatt");
        work.look();

        assertThat(ledger()).isEqualTo("a forstehjelp 2026-03-01");
    }

    @Test
    void hasWhatItCannotMatchWaitUntilTheItemComes() {
        assertThat(take(List.of(completion("a", number(KARI), course("9", "NY-1")))))
                .containsExactly(WAITING);

        item("ny", "NY-1", "ny-kort");
        work.look();

        assertThat(ledger()).isEqualTo("a ny 2026-03-01");
    }

    @Test
    void hasWhatItCannotMatchWaitUntilTheAccountIsLinked() {
        assertThat(take(List.of(completion("a", PersonKey.account("55"), course("7", "FH-01")))))
                .containsExactly(WAITING);

        confirm("55", "CONFIRMED");
        inEmployer(() -> jdbc.sql("""
                insert into account_link_decision (employer_id, decision_id, link_id, status, decided_by, decided_at)
                select employer_id, uuidv7(), link_id, 'CONFIRMED', 'test', now() from account_link where subject = '55'
                """).update());
        work.look();

        assertThat(ledger()).isEqualTo("a forstehjelp 2026-03-01");
    }

    @Test
    void refusesTheFutureAndScoresThatAreNone() {
        var tomorrow = new ReportedCompletion(
                "a", number(KARI), course("7", "FH-01"), Instant.now().plus(Duration.ofDays(1)), Optional.empty());
        var tooMuch = new ReportedCompletion(
                "b", number(KARI), course("7", "FH-01"), MOMENT, Optional.of(BigDecimal.valueOf(101)));

        assertThat(take(List.of(tomorrow, tooMuch, kari("c")))).containsExactly(REFUSED, REFUSED, RECORDED);
        assertThat(states()).isEqualTo("c RECORDED");
    }

    @Test
    void keepsWhatIsWithdrawnUntilSomebodyDecides() {
        take(List.of(kari("a"), kari("b")));

        take(List.of(), "a");

        assertThat(states()).isEqualTo("a RECORDED OPEN, b RECORDED");
        assertThat(ledger()).isEqualTo("a forstehjelp 2026-03-01, b forstehjelp 2026-03-01");
    }

    @Test
    void takesTheWithdrawalBackWhenItIsReportedAgain() {
        take(List.of(kari("a")));
        take(List.of(), "a");

        take(List.of(kari("a")));

        assertThat(states()).isEqualTo("a RECORDED");
    }

    @Test
    void doesNothingAboutWhatIsMissing() {
        take(List.of(kari("a"), kari("b")));

        take(List.of(kari("b")));

        assertThat(states()).isEqualTo("a RECORDED, b RECORDED");
    }

    @Test
    void stopsAndAsksBeforeAMassWithdrawalAndGoesOnWhenAccepted() {
        List<String> ids = IntStream.range(0, 100).mapToObj(i -> "c" + i).toList();
        take(ids.stream().map(CompletionIntakeIT::kari).toList());
        String[] many = ids.subList(0, 51).toArray(String[]::new);

        assertThat(take(List.of(kari("later")), many)).containsExactly(HELD);
        assertThat(states()).doesNotContain("OPEN", "later");

        inEmployer(() -> jdbc.sql("update intake_hold set accepted_at = now()").update());
        assertThat(take(List.of(kari("later")), many)).containsExactly(RECORDED);
        assertThat(states()).contains("c0 RECORDED OPEN", "later RECORDED");
    }

    @Test
    void saysThatItHoldsBackAReadingThatOnlyWithdraws() {
        List<String> ids = IntStream.range(0, 100).mapToObj(i -> "c" + i).toList();
        take(ids.stream().map(CompletionIntakeIT::kari).toList());

        assertThat(inEmployer(() -> completions.take(new Handover(source, List.of(), ids.subList(0, 51)))))
                .isEqualTo(new Outcome(List.of(), true));
        assertThat(inEmployer(() -> completions.take(new Handover(source, List.of(), ids.subList(0, 50)))))
                .isEqualTo(new Outcome(List.of(), false));
    }

    @Test
    void doesNotStopForFewWithdrawals() {
        List<String> ids = IntStream.range(0, 100).mapToObj(i -> "c" + i).toList();
        take(ids.stream().map(CompletionIntakeIT::kari).toList());

        assertThat(take(List.of(kari("later")), ids.subList(0, 50).toArray(String[]::new)))
                .containsExactly(RECORDED);
    }

    @Test
    void stopsManySmallWithdrawalsToo() {
        List<String> ids = IntStream.range(0, 100).mapToObj(i -> "c" + i).toList();
        take(ids.stream().map(CompletionIntakeIT::kari).toList());
        take(List.of(), ids.subList(0, 50).toArray(String[]::new));

        assertThat(take(List.of(kari("later")), "c60")).containsExactly(HELD);
    }

    @Test
    void keepsEmployersApart() {
        take(List.of(kari("a")));
        EmployerId first = employer;
        employer = employers.findOrAdd("fjell-" + UUID.randomUUID());

        assertThat(take(List.of(kari("a")))).containsExactly(WAITING);
        assertThat(ledger()).isEmpty();
        employer = first;
        assertThat(ledger()).isEqualTo("a forstehjelp 2026-03-01");
    }

    @Test
    void losesNothingAndKeepsNothingWhenTheTransactionFails() {
        try {
            inEmployer(() -> {
                completions.take(new Handover(source, List.of(kari("a")), List.of()));
                throw new IllegalStateException("killed");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("killed");
        }

        assertThat(states()).isEmpty();
        assertThat(ledger()).isEmpty();
        assertThat(take(List.of(kari("a")))).containsExactly(RECORDED);
    }

    /** However the same reports are cut up, ordered and repeated, and whenever the employee and the item come. */
    @RepeatedTest(12)
    void endsInTheSameLedgerWhateverTheOrder(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<ReportedCompletion> reported = new ArrayList<>();
        for (String person : List.of(KARI, "300", "301")) {
            for (String course : List.of("FH-01", "SENT-1")) {
                reported.add(completion(person + course, number(person), course(course, course)));
            }
        }
        List<Runnable> steps = new ArrayList<>();
        for (int copy = 0; copy < 2; copy++) {
            Collections.shuffle(reported, random);
            int cut = random.nextInt(reported.size());
            List<ReportedCompletion> one = List.copyOf(reported.subList(0, cut));
            List<ReportedCompletion> other = List.copyOf(reported.subList(cut, reported.size()));
            steps.add(() -> take(one));
            steps.add(() -> take(other));
        }
        steps.add(() -> employ("300", "Per", "Vik"));
        steps.add(() -> item("sent", "SENT-1", "sent-kort"));
        steps.add(work::look);
        Collections.shuffle(steps, random);
        steps.forEach(Runnable::run);
        work.look();

        assertThat(ledger())
                .isEqualTo(KARI + "FH-01 forstehjelp 2026-03-01, " + KARI + "SENT-1 sent 2026-03-01, "
                        + "300FH-01 forstehjelp 2026-03-01, 300SENT-1 sent 2026-03-01");
        assertThat(states()).contains("301FH-01 WAITING", "301SENT-1 WAITING");
    }
}
