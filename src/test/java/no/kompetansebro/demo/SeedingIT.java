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

    private String counts() {
        return EmployerScope.in(
                employers.find(Fjellmo.CODE).orElseThrow(),
                () -> transaction.execute(_ -> jdbc.sql("""
                        select (select count(*) from employee) || ' employees, '
                            || (select count(*) from employment) || ' employments, '
                            || (select count(*) from result) || ' results, '
                            || (select count(*) from access_grant) || ' grants, '
                            || (select count(*) from ledger_history) || ' corrections'
                        """).query(String.class).single()));
    }
}
