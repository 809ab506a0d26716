package no.kompetansebro.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import no.kompetansebro.shared.EmployerScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Readings of a simulated Moodle, whole and with faults: every fault ends in the same ledger as none. */
class MoodleReadingIT extends MoodleScenario {

    @BeforeEach
    void completions() {
        someHaveCompleted();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void readsEverythingOnceAndThenOnlyWhatIsNew(Way way) {
        only(way);
        ConnectionId connection = connect();
        read(connection);
        assertComplete(connection);

        List<String> before = ledger();
        ask(connection, Run.Kind.FULL);
        ask(connection, Run.Kind.CHANGES);
        assertThat(ledger()).isEqualTo(before);

        moodle.enrol(105, 13, Optional.of(Instant.now().minusSeconds(60)));
        ask(connection, Run.Kind.CHANGES);
        assertThat(ledger()).hasSize(before.size() + 1).anyMatch(line -> line.startsWith("7015 kurs-3"));
    }

    @Test
    void givesTheSameLedgerByBothWays() {
        ConnectionId connection = connect();
        read(connection);
        only(Way.PEOPLE);
        inEmployer(() ->
                jdbc.sql("update moodle_connection set check_asked = true").update());
        ask(connection, Run.Kind.FULL);
        assertThat(inEmployer(() -> jdbc.sql("select way from moodle_connection")
                        .query(String.class)
                        .single()))
                .isEqualTo("PEOPLE");
        assertComplete(connection);
        inEmployer(() -> jdbc.sql("delete from moodle_completion").update());
        ask(connection, Run.Kind.FULL);
        assertComplete(connection);
    }

    private record Named(String name, SimulatedMoodle.Fault fault) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> faults() {
        Map<String, SimulatedMoodle.Response> answers = Map.of(
                "server error", SimulatedMoodle.Response.of(500, ""),
                "overloaded", new SimulatedMoodle.Response(503, "", Map.of("Retry-After", "120")),
                "HTML", SimulatedMoodle.Response.of(200, "<!DOCTYPE html><html><body>Error</body></html>"),
                "truncated", SimulatedMoodle.Response.of(200, "{\"data\":{\"headers\":[\"ID number\",\"Cou"),
                "nothing", SimulatedMoodle.Response.of(200, ""),
                "null", SimulatedMoodle.Response.of(200, "null"),
                "token revoked", SimulatedMoodle.Response.of(200, SimulatedMoodle.error("invalidtoken")),
                "maintenance", SimulatedMoodle.Response.of(200, SimulatedMoodle.error("sitemaintenance")));
        return answers.entrySet().stream()
                .flatMap(one -> Stream.of(Way.values())
                        .flatMap(way -> Stream.of(2, 6)
                                .map(from -> Arguments.of(
                                        way,
                                        new Named(
                                                one.getKey() + " from call " + from,
                                                (_, call) -> call >= from ? one.getValue() : null)))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void endsInTheSameLedgerAfterAFault(Way way, Named fault) {
        only(way);
        moodle.fault = fault.fault();
        ConnectionId connection = connect();
        read(connection);
        assertThat(problem(connection)).isNotEmpty();
        assertThat(expected()).containsAll(ledger());

        int calls = moodle.calls.get();
        read(connection);
        assertThat(moodle.calls.get()).as("left alone after a failure").isEqualTo(calls);

        moodle.fault = (_, _) -> null;
        ask(connection, Run.Kind.CHANGES);
        assertComplete(connection);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void isNotStoppedByOneErrorThatPasses(Way way) {
        only(way);
        AtomicInteger wrong = new AtomicInteger();
        String function = way == Way.REPORT ? Functions.REPORT : Functions.USERS_COURSES;
        moodle.fault = (called, call) -> called.equals(function) && call > 6 && wrong.getAndIncrement() == 0
                ? SimulatedMoodle.Response.of(502, "")
                : null;
        ConnectionId connection = connect();
        read(connection);
        assertComplete(connection);
    }

    @Test
    void waitsAsLongAsItIsAsked() {
        moodle.fault = (_, _) -> new SimulatedMoodle.Response(429, "", Map.of("Retry-After", "600"));
        ConnectionId connection = connect();
        Instant next =
                EmployerScope.in(employer, () -> readings.work(connection)).orElseThrow();
        assertThat(next).isBetween(Instant.now().plusSeconds(560), Instant.now().plusSeconds(610));
        assertThat(moodle.calls.get()).isEqualTo(1);
    }

    @Test
    void readsColumnsInAnyOrder() {
        moodle.headers = moodle.headers.reversed();
        ConnectionId connection = connect();
        read(connection);
        assertComplete(connection);
    }

    @Test
    void readsDuplicatesOnce() {
        moodle.duplicates = true;
        ConnectionId connection = connect();
        read(connection);
        assertComplete(connection);
    }

    @Test
    void stopsClearlyWhenTheLanguageOrTheTimeZoneChanges() {
        ConnectionId connection = connect();
        read(connection);
        List<String> before = ledger();
        moodle.enrol(110, 13, Optional.of(LONG_AGO));

        moodle.language = "no";
        moodle.headers = List.of("ID-nummer", "Kurs-ID", "Fullført", "Tidspunkt fullført");
        ask(connection, Run.Kind.FULL);
        assertThat(problem(connection)).isEqualTo("language");
        assertThat(ledger()).isEqualTo(before);

        moodle.language = "en";
        moodle.headers = List.of("ID number", "Course ID number", "Course short name", "Completed", "Time completed");
        moodle.timeZone = "Pacific/Auckland";
        ask(connection, Run.Kind.FULL);
        assertThat(ledger()).as("it is read person by person instead").hasSize(before.size() + 1);
        assertThat(findings(connection)).contains("REPORT time_zone core_reportbuilder_retrieve_report");
    }

    @Test
    void goesOnFromItsCursorAfterAKill() {
        for (int i = 0; i < 250; i++) {
            person(1000 + i, "8" + (1000 + i));
            moodle.enrol(1000 + i, 11, Optional.of(LONG_AGO));
        }
        only(Way.PEOPLE);
        AtomicInteger asked = new AtomicInteger();
        moodle.fault = (function, _) -> function.equals(Functions.USERS_COURSES) && asked.incrementAndGet() > 150
                ? SimulatedMoodle.Response.of(503, "")
                : null;
        ConnectionId connection = connect();
        read(connection);
        int first = ledger().size();
        assertThat(first).isBetween(50, 200);

        moodle.fault = (_, _) -> null;
        moodle.callsOf.clear();
        inEmployer(
                () -> jdbc.sql("update moodle_connection set retry_at = null").update());
        read(connection);
        assertThat(ledger()).hasSize(expected().size() + 250);
        assertThat(moodle.callsOf.get(Functions.USERS_COURSES).get())
                .as("not from the beginning")
                .isLessThan(262);
    }

    @Test
    void knowsARenamedUserAndForgetsNothingOfADeletedOne() {
        ConnectionId connection = connect();
        read(connection);
        List<String> before = ledger();
        moodle.users.put(101L, new SimulatedMoodle.User(101, "7011", "new.name", Instant.now()));
        moodle.users.remove(103L);
        ask(connection, Run.Kind.FULL);
        assertThat(ledger()).isEqualTo(before);
    }

    @Test
    void takesACourseWithAUsedIdForAnotherOne() {
        ConnectionId connection = connect();
        read(connection);
        List<String> before = new ArrayList<>(ledger());
        item("nytt", "KOMP-NY");
        moodle.courses.put(11L, new SimulatedMoodle.CourseAt(11, "NY", "KOMP-NY", "Something else", true));
        moodle.enrolments.keySet().removeIf(pair -> pair.course() == 11);
        moodle.enrol(104, 11, Optional.of(LONG_AGO));
        ask(connection, Run.Kind.FULL);
        before.add("7014 nytt 2026-03-02");
        assertThat(ledger()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void refusesTheFutureAndTakesItWhenItHasCome() {
        moodle.enrol(104, 13, Optional.of(Instant.now().plus(2, ChronoUnit.DAYS)));
        ConnectionId connection = connect();
        read(connection);
        assertComplete(connection);
        moodle.enrol(104, 13, Optional.of(Instant.now()));
        ask(connection, Run.Kind.CHANGES);
        assertThat(ledger()).hasSize(expected().size() + 1);
    }

    @Test
    void saysWhatIsMissing() {
        moodle.functions = List.of(Functions.USERS, Functions.COURSES);
        ConnectionId connection = connect();
        read(connection);
        assertThat(problem(connection)).isEqualTo("no_way");
        assertThat(findings(connection))
                .contains(
                        "REPORT function_missing " + Functions.REPORT,
                        "PEOPLE function_missing " + Functions.USERS_COURSES);
    }

    @Test
    void doesNotTakeAnEmptyListForNobody() {
        only(Way.PEOPLE);
        moodle.fault =
                (function, _) -> function.equals(Functions.USERS) ? SimulatedMoodle.Response.of(200, "[]") : null;
        ConnectionId connection = connect();
        read(connection);
        assertThat(problem(connection)).isEqualTo("no_way");
        assertThat(findings(connection)).contains("PEOPLE users_hidden ");
    }

    @Test
    void needsFewCalls() {
        ConnectionId connection = connect();
        read(connection);
        moodle.calls.set(0);
        ask(connection, Run.Kind.CHANGES);
        assertThat(moodle.calls.get()).isEqualTo(3);
    }
}
