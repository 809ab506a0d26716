package no.kompetansebro.coverage.recalculation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.Catalogue;
import no.kompetansebro.coverage.recalculation.DriftCheck.Drift;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.TargetGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to the read model without anybody asking. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
@ExtendWith(OutputCaptureExtension.class)
@ResourceLock(Resources.SYSTEM_OUT)
class UpkeepScheduleIT {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationContext beans;

    @Autowired
    Scheduler scheduler;

    @Autowired
    Upkeep upkeep;

    @Autowired
    DriftCheck check;

    @Autowired
    EachEmployer driftCheckOfEach;

    @Autowired
    MeterRegistry meters;

    @AfterEach
    void goOn() {
        scheduler.resume();
    }

    @Test
    void followsTheFactsOfEverybodyWhateverFailsForOthers(CapturedOutput output) {
        Municipality broken = municipality(30);
        broken.sql("update requirement set target_group = '{\"no\": \"group\"}'");
        Municipality fjordvik = municipality(30);

        EmployeeId kari = employee(fjordvik);

        await().atMost(20, SECONDS).until(() -> !traces(fjordvik).isEmpty());
        String hired = traces(fjordvik).getFirst();
        fjordvik.result(kari, "first-aid", LocalDate.of(2026, 6, 1));
        await().atMost(20, SECONDS)
                .until(() -> !traces(fjordvik).isEmpty()
                        && !traces(fjordvik).getFirst().equals(hired));
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(output)
                        .contains("The upkeep of coverage of employer " + broken.id()
                                + " failed; the next attempt is in PT5S"));
    }

    @Test
    void findsAndMendsATraceThatDrifted(CapturedOutput output) {
        pause();
        Municipality fjordvik = municipality(30);
        EmployeeId kari = employee(fjordvik);
        employee(fjordvik);
        fjordvik.in(upkeep::catchUp);
        assertThat(drift(fjordvik)).isEqualTo(new Drift(2, Set.of()));
        List<String> right = traces(fjordvik);

        fjordvik.sql("update coverage_trace set trace = '\\x00' where employee_id = ?", kari.value());
        assertThat(drift(fjordvik)).isEqualTo(new Drift(2, Set.of(kari.value())));
        double before = drifted();
        driftCheckOfEach.work();

        assertThat(drifted()).isEqualTo(before + 1);
        assertThat(output).contains("1 out of 2 employees of employer " + fjordvik.id());
        assertThat(fjordvik.in(upkeep::waiting)).isEqualTo(1);
        fjordvik.in(upkeep::catchUp);
        assertThat(traces(fjordvik)).isEqualTo(right);
        assertThat(drift(fjordvik)).isEqualTo(new Drift(2, Set.of()));
    }

    @Test
    void findsATraceThatIsMissingAndOneTooMany() {
        pause();
        Municipality fjordvik = municipality(30);
        EmployeeId kari = employee(fjordvik);
        EmployeeId ola = fjordvik.employee("2");
        fjordvik.in(upkeep::catchUp);

        fjordvik.sql("update coverage_trace set employee_id = ? where employee_id = ?", ola.value(), kari.value());

        assertThat(drift(fjordvik).drifted()).containsExactlyInAnyOrder(kari.value(), ola.value());
    }

    @Test
    void raisesNoFalseAlarmWhileEmployeesWait() {
        pause();
        Municipality fjordvik = municipality(30);
        EmployeeId kari = employee(fjordvik);
        employee(fjordvik);
        assertThat(drift(fjordvik)).isEqualTo(new Drift(0, Set.of()));
        fjordvik.in(upkeep::catchUp);

        fjordvik.result(kari, "first-aid", LocalDate.of(2026, 6, 1));
        assertThat(drift(fjordvik)).isEqualTo(new Drift(1, Set.of()));

        catalogue(60).of(fjordvik, beans);
        assertThat(drift(fjordvik)).isEqualTo(new Drift(0, Set.of()));
    }

    @Test
    void checksEveryNight() {
        String next = jdbc.sql("""
                select to_char(execution_time at time zone 'Europe/Oslo', 'HH24:MI') from scheduled_tasks
                 where task_name = 'coverage-drift-check'
                """).query(String.class).single();

        assertThat(next).isEqualTo("03:40");
    }

    private void pause() {
        scheduler.pause();
        await().until(() -> scheduler.getCurrentlyExecuting().isEmpty());
    }

    private Municipality municipality(int graceDays) {
        Municipality municipality = new Municipality(jdbc, transactions);
        municipality.unit("helse", null);
        catalogue(graceDays).of(municipality, beans);
        return municipality;
    }

    private static Catalogue catalogue(int graceDays) {
        return new Catalogue()
                .course("first-aid", new ValidityPolicy.Months(24))
                .requirement("aid", "first-aid", Category.MANDATORY, TargetGroup.EVERYONE, graceDays);
    }

    private static EmployeeId employee(Municipality municipality) {
        EmployeeId employee = municipality.employee(UUID.randomUUID().toString());
        municipality.employment(employee, "helse", LocalDate.of(2020, 1, 1), null);
        return employee;
    }

    private Drift drift(Municipality municipality) {
        return municipality.in(() -> check.check(100));
    }

    private double drifted() {
        return meters.counter("kompetansebro.coverage.drifted").count();
    }

    private List<String> traces(Municipality municipality) {
        return municipality.in(() -> transactions.execute(
                _ -> jdbc.sql("select employee_id || encode(trace, 'hex') from coverage_trace order by 1")
                        .query(String.class)
                        .list()));
    }
}
