package no.kompetansebro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.util.Throwables.getStackTrace;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
class StartsIT {

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyTableWithAnEmployerIsBehindRowLevelSecurity() {
        var open = jdbc.sql("""
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                 where c.relkind = 'r' and a.attname = 'employer_id' and not c.relrowsecurity
                   and c.relname not in ('employer', 'platform', 'platform_invitation', 'api_token', 'service_watch',
                                        'intake_watch', 'xapi_connection', 'enrolment_watch')
                """).query(String.class).list();

        assertThat(open).isEmpty();
    }

    @Test
    void aRefusedRowIsToldByItsRuleAndNotByWhatIsInIt() {
        var insert = jdbc.sql("insert into employer (employer_id, code, name) values (uuidv7(), 'BAD', :name)")
                .param("name", "Kari Nordmann");

        assertThatThrownBy(insert::update)
                .hasStackTraceContaining("employer_code_is_a_key")
                .satisfies(failure -> assertThat(getStackTrace(failure)).doesNotContain("Kari Nordmann"));
    }
}
