package no.kompetansebro.moodle;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.kompetansebro.moodle.SimulatedMoodle.Response;
import no.kompetansebro.outbound.Cause;
import no.kompetansebro.outbound.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a Moodle, and people in it, do over time; and what goes wrong meanwhile. It ends in the same ledger. */
class MoodleFaultsIT extends MoodleScenario {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    @BeforeEach
    void completions() {
        someHaveCompleted();
    }

    /** {@code external id} and what its source said of it since. */
    private List<String> withdrawals() {
        return inEmployer(() -> jdbc.sql("""
                select employee_no || ' ' || coalesce(item, '') || ' ' || state from completion
                 where withdrawal = 'OPEN' order by 1
                """).query(String.class).list());
    }

    private void accept() {
        inEmployer(() -> jdbc.sql("update intake_hold set accepted_at = now()").update());
    }

    private boolean isHeld() {
        return inEmployer(() -> jdbc.sql("select exists (select from intake_hold where accepted_at is null)")
                .query(Boolean.class)
                .single());
    }

    /** {@code count} more employees who have completed the first course. */
    private void manyMore(int count) {
        IntStream.range(0, count).forEach(i -> {
            person(1000 + i, "8" + (1000 + i));
            moodle.enrol(1000 + i, 11, Optional.of(LONG_AGO));
        });
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void readsASlowMoodleWithoutCrowdingIt(Way way) {
        only(way);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        moodle.around = answer -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            SimulatedMoodle.pause(Duration.ofMillis(40));
            now.decrementAndGet();
            answer.run();
        };
        ConnectionId connection = connect();
        read(connection);
        assertComplete(connection);
        assertThat(most.get()).isBetween(1, MoodleCalls.AT_ONCE);
    }

    @Test
    void triesAgainWhatCameTooLate() {
        Halt halt = catchThrowableOfType(Halt.class, () -> MoodleAnswer.read(new Reply.NoAnswer(Cause.TIMED_OUT)));
        assertThat(halt.trouble()).isEqualTo(Trouble.TIMED_OUT);
        assertThat(halt.trouble().isPassing()).isTrue();
    }

    /** Moodle's clock was ten days slow, and so are the times that it gave. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void findsByTheFullReadingWhatASlowClockHidesFromTheOthers(Way way) {
        only(way);
        ConnectionId connection = connect();
        read(connection);
        Instant there = Instant.now().minus(10, ChronoUnit.DAYS);
        moodle.users.replaceAll((_, user) -> user.at(there));
        moodle.enrol(104, 13, Optional.of(there));
        ask(connection, Run.Kind.CHANGES);
        assertComplete(connection);

        ask(connection, Run.Kind.FULL);
        assertThat(ledger()).hasSize(expected().size() + 1).contains("7014 kurs-3 " + day(there));
    }

    /** Moodle's clock was three days fast; it is put right, and what it said comes true. */
    @ParameterizedTest
    @EnumSource(Way.class)
    void waitsForWhatAFastClockSaysUntilItsDay(Way way) {
        only(way);
        ConnectionId connection = connect();
        read(connection);
        moodle.enrol(104, 13, Optional.of(Instant.now().plus(3, ChronoUnit.DAYS)));
        ask(connection, Run.Kind.FULL);
        ask(connection, Run.Kind.CHANGES);
        assertComplete(connection);

        moodle.enrol(104, 13, Optional.of(Instant.now().minusSeconds(60)));
        ask(connection, Run.Kind.CHANGES);
        ask(connection, Run.Kind.FULL);
        assertThat(ledger()).hasSize(expected().size() + 1).anyMatch(line -> line.startsWith("7014 kurs-3"));
    }

    @Test
    void showsTheLaunchedWhatTheyJustDid() {
        ConnectionId connection = connect();
        moodle.person(500, KARI);
        read(connection);
        moodle.enrol(500, 13, Optional.of(Instant.now().minusSeconds(60)));
        moodle.calls.set(0);

        assertAdmitted(launchWith(claims -> claims.put("sub", "500")));
        await().atMost(10, SECONDS).until(() -> ledger().size() == expected().size() + 1);
        assertThat(ledger()).anyMatch(line -> line.startsWith(KARI + " kurs-3"));
        assertThat(moodle.calls.get()).as("her courses, and the time").isEqualTo(2);

        assertAdmitted(launchWith(claims -> claims.put("sub", "500")));
        assertThat(moodle.calls.get()).as("not again within half a minute").isEqualTo(2);
        ask(connection, Run.Kind.FULL);
        assertThat(ledger()).hasSize(expected().size() + 1);
    }

    @Test
    void letsPeopleInWhoseMoodleDoesNotAnswer() {
        ConnectionId connection = connect();
        moodle.person(500, KARI);
        read(connection);
        moodle.enrol(500, 13, Optional.of(Instant.now().minusSeconds(60)));
        moodle.fault = (_, _) -> Response.of(500, "");
        moodle.calls.set(0);

        assertAdmitted(launchWith(claims -> claims.put("sub", "500")));
        await().atMost(10, SECONDS).until(() -> moodle.calls.get() > 0);
        assertComplete(connection);

        moodle.fault = (_, _) -> null;
        ask(connection, Run.Kind.CHANGES);
        assertThat(ledger()).hasSize(expected().size() + 1);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void showsWhatIsWithdrawnToHrAndRevokesNothing(Way way) {
        only(way);
        ConnectionId connection = connect();
        read(connection);
        moodle.enrol(101, 11, Optional.empty());
        moodle.enrolments.remove(new SimulatedMoodle.Pair(103, 11));
        ask(connection, Run.Kind.FULL);
        assertThat(withdrawals()).containsExactly("7011 kurs-1 RECORDED");
        assertComplete(connection);

        ask(connection, Run.Kind.FULL);
        ask(connection, Run.Kind.CHANGES);
        assertThat(withdrawals()).containsExactly("7011 kurs-1 RECORDED");

        moodle.enrol(101, 11, Optional.of(LONG_AGO.plusSeconds(86_400)));
        ask(connection, Run.Kind.FULL);
        assertThat(withdrawals()).as("it holds again").isEmpty();
        assertComplete(connection);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void asksBeforeItTakesAMassWithdrawalAndForgetsNoneOfIt(Way way) {
        only(way);
        manyMore(60);
        ConnectionId connection = connect();
        read(connection);
        List<String> before = ledger();
        IntStream.range(0, 60).forEach(i -> moodle.enrol(1000 + i, 11, Optional.empty()));
        ask(connection, Run.Kind.FULL);
        assertThat(isHeld()).isTrue();
        assertThat(withdrawals()).isEmpty();

        ask(connection, Run.Kind.FULL);
        assertThat(withdrawals()).as("not the second time either").isEmpty();

        accept();
        ask(connection, Run.Kind.FULL);
        assertThat(withdrawals()).hasSize(60);
        assertThat(problem(connection)).isEmpty();
        assertThat(ledger()).isEqualTo(before);
    }

    /** Who left long ago is not asked about again and again before those that were there yesterday. */
    @Test
    void asksFirstAboutThoseThatWereThereLately() {
        IntStream.range(0, 150).forEach(i -> {
            moodle.person(2000 + i, "9" + (1000 + i));
            moodle.enrol(2000 + i, 11, Optional.of(LONG_AGO));
        });
        ConnectionId connection = connect();
        read(connection);
        moodle.enrolments.keySet().removeIf(pair -> pair.user() >= 2000);
        ask(connection, Run.Kind.FULL);

        moodle.enrol(101, 11, Optional.empty());
        ask(connection, Run.Kind.FULL);
        assertThat(withdrawals()).containsExactly("7011 kurs-1 RECORDED");
    }

    /** The report has two pages, and is changed after the first. */
    @Test
    void believesNothingOfAReportThatIsChangedWhileItIsRead() {
        IntStream.range(0, ReportReading.ROWS).forEach(i -> moodle.enrol(5_000 + i, 20, Optional.of(LONG_AGO)));
        IntStream.range(0, ReportReading.ROWS).forEach(i -> moodle.person(5_000 + i, "X" + i));
        manyMore(3);
        IntStream.range(0, 3).forEach(i -> {
            moodle.users.remove(1000L + i);
            moodle.person(9_000 + i, "8" + (1000 + i));
            moodle.enrol(9_000 + i, 11, Optional.of(LONG_AGO));
        });
        List<String> whole = new ArrayList<>(expected());
        IntStream.range(0, 3).forEach(i -> whole.add("8" + (1000 + i) + " kurs-1 2026-03-02"));
        List<String> headers = moodle.headers;
        moodle.fault = (function, _) -> {
            if (function.equals(Functions.SET_FILTERS)
                    && moodle.callsOf.get(Functions.REPORT).get() == 2) {
                moodle.headers = List.of("ID-nummer", "Kurs", "Fullført", "Tidspunkt fullført");
                moodle.language = "no";
            }
            return null;
        };
        ConnectionId connection = connect();
        read(connection);
        assertThat(problem(connection)).isEqualTo("language");
        assertThat(ledger()).as("the first page").isEqualTo(expected());

        moodle.fault = (_, _) -> null;
        moodle.language = "en";
        moodle.headers = headers.reversed();
        moodle.calls.set(0);
        ask(connection, Run.Kind.CHANGES);
        assertThat(ledger()).containsExactlyInAnyOrderElementsOf(whole);
        assertThat(problem(connection)).isEmpty();
    }

    static Stream<Arguments> histories() {
        return Stream.of(Way.values()).flatMap(way -> IntStream.range(0, 4).mapToObj(seed -> Arguments.of(way, seed)));
    }

    /** Everything at once, in any order: whatever was the matter, at the end everything is there, once. */
    @ParameterizedTest
    @MethodSource("histories")
    void endsInTheSameLedgerWhateverHappens(Way way, int seed) {
        only(way);
        ConnectionId connection = connect();
        read(connection);
        moodle.users.remove(111L);
        List<String> headers = moodle.headers;
        Random random = new Random(seed);
        for (int round = 0; round < 6; round++) {
            peopleDoSomething(random);
            somethingGoesWrong(random);
            ask(connection, random.nextBoolean() ? Run.Kind.CHANGES : Run.Kind.FULL);
        }
        moodle.fault = (_, _) -> null;
        moodle.headers = headers;
        moodle.language = "en";
        moodle.timeZone = "UTC";
        moodle.functions = functions(way);
        inEmployer(() ->
                jdbc.sql("update moodle_connection set check_asked = true").update());
        ask(connection, Run.Kind.FULL);
        assertThat(problem(connection)).isEmpty();
        assertThat(ledger()).isEqualTo(everythingCompleted());
    }

    private List<String> functions(Way way) {
        return Stream.concat(
                        way == Way.REPORT ? Functions.FOR_REPORT.stream() : Stream.of(), Functions.FOR_PEOPLE.stream())
                .distinct()
                .toList();
    }

    private void peopleDoSomething(Random random) {
        for (int i = 0; i < 3; i++) {
            SimulatedMoodle.Pair pair = new SimulatedMoodle.Pair(100 + random.nextInt(11), 11 + random.nextInt(3));
            if (moodle.enrolments.getOrDefault(pair, Optional.empty()).isEmpty()) {
                Instant at = Instant.now().minusSeconds(random.nextInt(100_000)).truncatedTo(ChronoUnit.SECONDS);
                moodle.enrol(pair.user(), pair.course(), Optional.of(at));
            }
        }
        long renamed = 100 + random.nextInt(11);
        moodle.users.computeIfPresent(renamed, (_, user) -> user.named("new" + random.nextInt(1000)));
        moodle.duplicates = random.nextBoolean();
        List<String> headers = new ArrayList<>(moodle.headers);
        Collections.shuffle(headers, random);
        moodle.headers = headers;
    }

    private void somethingGoesWrong(Random random) {
        int from = random.nextInt(9);
        AtomicInteger calls = new AtomicInteger();
        List<Response> lasting = List.of(
                new Response(503, "", Map.of("Retry-After", "1")),
                Response.of(200, SimulatedMoodle.error("invalidtoken")),
                Response.of(200, SimulatedMoodle.error("accessexception")),
                Response.of(403, "no"));
        List<Response> passing = List.of(
                Response.BROKEN_OFF, Response.of(200, "<html>"), Response.of(200, "{\"a\":["), Response.of(200, ""));
        boolean lasts = random.nextBoolean();
        Response wrong = (lasts ? lasting : passing).get(random.nextInt(4));
        moodle.fault = (_, _) -> {
            int call = calls.getAndIncrement();
            return call == from || lasts && call > from ? wrong : null;
        };
        moodle.language = random.nextInt(5) == 0 ? "no" : "en";
        moodle.timeZone = random.nextInt(5) == 0 ? "Pacific/Auckland" : "UTC";
    }

    private List<String> everythingCompleted() {
        return moodle.enrolments.entrySet().stream()
                .filter(one -> one.getValue().isPresent() && one.getKey().course() < 20)
                .map(one -> "70" + (one.getKey().user() - 90) + " kurs-"
                        + (one.getKey().course() - 10) + " "
                        + day(one.getValue().orElseThrow()))
                .sorted()
                .toList();
    }

    private static String day(Instant moment) {
        return moment.atZone(OSLO).toLocalDate().toString();
    }
}
