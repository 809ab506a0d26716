package no.kompetansebro.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import no.kompetansebro.lti.LaunchScenario;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.shared.EmployerScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** An employer with people and items, and a simulated Moodle that its platform's registration vouches for. */
abstract class MoodleScenario extends LaunchScenario {

    static final Instant LONG_AGO = Instant.parse("2026-03-02T09:17:00Z");

    @Autowired
    Connections connections;

    @Autowired
    Readings readings;

    SimulatedMoodle moodle;

    @BeforeEach
    void aMoodleInUse() {
        moodle = new SimulatedMoodle();
        vouchFor(moodle.address());
        inEmployer(() -> jdbc.sql(
                        "insert into unit (employer_id, unit_code, name) values (current_employer(), 'HT', 'Helse')")
                .update());
        for (int i = 1; i <= 3; i++) {
            item("kurs-" + i, "KOMP-" + i);
            moodle.course(10 + i, "K" + i, "KOMP-" + i);
        }
        for (int i = 0; i < 12; i++) {
            person(100 + i, "70" + (10 + i));
        }
        moodle.course(20, "ANDRE", "");
    }

    @AfterEach
    void noMoodle() {
        moodle.close();
    }

    void vouchFor(String address) {
        Registration plain = platform.registration(CLIENT, "1", "2");
        registration = register(new Registration(
                plain.issuer(),
                CLIENT,
                Set.of("1", "2"),
                plain.authorizationEndpoint(),
                URI.create(address + "/mod/lti/token.php"),
                plain.jwksUri(),
                Optional.empty(),
                Set.of(),
                true));
    }

    void item(String code, String idNumber) {
        inEmployer(() ->
                jdbc.sql("""
                insert into item (employer_id, code, name, kind, course_id_number, position)
                values (current_employer(), :code, '{"nb": "Kurs"}', 'COURSE', :number, 1)
                """).param("code", code).param("number", idNumber).update());
    }

    void person(long id, String number) {
        UUID employee = employ(number, "Kari" + number, "Moen");
        inEmployer(() ->
                jdbc.sql("""
                insert into employment (employer_id, employee_id, employment_no, unit_code, position_code, valid_from)
                values (current_employer(), :id, :number, 'HT', '7451', '2020-01-01')
                """).param("id", employee).param("number", number).update());
        moodle.person(id, number);
    }

    /** Without the report's functions it is read person by person. */
    void only(Way way) {
        if (way == Way.PEOPLE) {
            moodle.functions = moodle.functions.stream()
                    .filter(function -> !function.contains("reportbuilder"))
                    .toList();
        }
    }

    ConnectionId connect() {
        return EmployerScope.in(
                employer,
                () -> connections
                        .add(new Connections.Draft(
                                URI.create(moodle.address()),
                                SimulatedMoodle.TOKEN,
                                "Kompetansebro",
                                Optional.of(registration)))
                        .orElseThrow());
    }

    /** Reads until nothing is due, or it is left alone after a failure. */
    void read(ConnectionId connection) {
        for (int i = 0; i < 50; i++) {
            Instant next =
                    EmployerScope.in(employer, () -> readings.work(connection)).orElseThrow();
            if (next.isAfter(Instant.now())) {
                return;
            }
        }
        throw new AssertionError("It never comes to an end");
    }

    void ask(ConnectionId connection, Run.Kind kind) {
        EmployerScope.in(employer, () -> {
            connections.ask(connection, kind);
            return true;
        });
        read(connection);
    }

    /** Who achieved what when, in this employer's ledger. */
    List<String> ledger() {
        return inEmployer(() -> jdbc.sql("""
                select e.employee_no || ' ' || r.item || ' ' || r.achieved_on
                  from result r join employee e on e.employer_id = r.employer_id and e.employee_id = r.employee_id
                 order by 1
                """).query(String.class).list());
    }

    String problem(ConnectionId connection) {
        return inEmployer(() -> jdbc.sql(
                        "select coalesce(problem, '') || coalesce(' ' || nullif(problem_detail, ''), '') from moodle_connection where connection_id = :id")
                .param("id", connection.value())
                .query(String.class)
                .single());
    }

    List<String> findings(ConnectionId connection) {
        return inEmployer(() -> jdbc.sql(
                        "select coalesce(blocks || ' ', '') || code || ' ' || detail from moodle_finding where connection_id = :id order by position")
                .param("id", connection.value())
                .query(String.class)
                .list());
    }

    /** Everybody with an odd number has completed course 1, three of them the others too, and all the one that is no item. */
    void someHaveCompleted() {
        IntStream.range(0, 12).forEach(i -> {
            moodle.enrol(100 + i, 11, i % 2 == 1 ? Optional.of(LONG_AGO.plusSeconds(i * 86_400L)) : Optional.empty());
            moodle.enrol(100 + i, 12, i < 3 ? Optional.of(LONG_AGO) : Optional.empty());
            moodle.enrol(100 + i, 20, Optional.of(LONG_AGO));
        });
    }

    List<String> expected() {
        return IntStream.range(0, 12)
                .boxed()
                .flatMap(i -> java.util.stream.Stream.of(
                                i % 2 == 1 ? "70" + (10 + i) + " kurs-1 2026-03-" + String.format("%02d", 2 + i) : "",
                                i < 3 ? "70" + (10 + i) + " kurs-2 2026-03-02" : "")
                        .filter(line -> !line.isEmpty()))
                .sorted()
                .toList();
    }

    void assertComplete(ConnectionId connection) {
        assertThat(problem(connection)).isEmpty();
        assertThat(ledger()).isEqualTo(expected());
    }
}
