package no.kompetansebro.demo;

import static org.assertj.core.api.Assertions.assertThat;

import no.kompetansebro.demo.municipality.Fjellmo;
import no.kompetansebro.organisation.Employers;
import no.kompetansebro.shared.EmployerScope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DemoTest
class SeedingIT {

    @Autowired
    Seeding seeding;

    @Autowired
    Employers employers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aSecondStartLeavesTheMunicipalityAsItIs() {
        String before = counts();
        assertThat(before).startsWith("2000 employees");

        seeding.seed();

        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void hasWorkThatIsGoingOnAndWorkThatWaits() {
        assertThat(text("""
                select string_agg(seats, '; ' order by starts)
                  from (select min(d.starts_at) as starts,
                               coalesce(sum(n) filter (where state = 'SIGNED_UP'), 0) || ' of ' || g.capacity || ', '
                               || coalesce(sum(n) filter (where state = 'WAITING'), 0) || ' wait' as seats
                          from gathering g join gathering_day d using (employer_id, gathering_id)
                          left join (select gathering_id, state, count(*) as n from sign_up group by 1, 2) s using (gathering_id)
                         group by g.gathering_id, g.capacity) each
                """)).isEqualTo("6 of 12, 0 wait; 8 of 8, 2 wait; 0 of 60, 0 wait");
        assertThat(text("""
                select string_agg(audience || ' ' || (due_on - assigned_on), ', ' order by audience) from assignment
                """)).isEqualTo("GROUP 70, PEOPLE 17, UNIT 33");
        assertThat(text("select count(*)::text from assignment_acknowledgement"))
                .isNotEqualTo("0");
        assertThat(text("""
                select string_agg(kind || ' ' || state, ', ' order by kind) || ', ' || (select count(*) from claim_document)
                       || ' file, ' || (select count(*) from dispute where state = 'OPEN') || ' dispute, '
                       || (select string_agg(kind || ' for ' || (valid_until - (decided_at at time zone 'Europe/Oslo')::date), ', ') from exemption_decision)
                  from claim
                """))
                .isEqualTo(
                        "ACTIVITY WAITING, CERTIFICATE WAITING, DECLARATION WAITING, 1 file, 1 dispute, DISPENSATION for 18");
    }

    private String counts() {
        return text("""
                select (select count(*) from employee) || ' employees, '
                    || (select count(*) from employment) || ' employments, '
                    || (select count(*) from result) || ' results, '
                    || (select count(*) from access_grant) || ' grants, '
                    || (select count(*) from assignment) || ' assignments, '
                    || (select count(*) from sign_up) || ' sign-ups, '
                    || (select count(*) from claim) || ' claims, '
                    || (select count(*) from ledger_history) || ' corrections'
                """);
    }

    private String text(String sql) {
        return EmployerScope.in(
                employers.find(Fjellmo.CODE).orElseThrow(),
                () -> transaction.execute(_ -> jdbc.sql(sql).query(String.class).single()));
    }
}
