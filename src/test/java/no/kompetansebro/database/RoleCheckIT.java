package no.kompetansebro.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** As which roles the application starts. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
class RoleCheckIT {

    @Autowired
    EmbeddedDatabase database;

    JdbcClient superuser;

    @BeforeEach
    void aRoleThatMayActAsTheOwner() {
        superuser = as("postgres");
        superuser.sql("create role deputy login in role kompetansebro_owner").update();
    }

    @AfterEach
    void noDeputy() {
        superuser.sql("drop role deputy").update();
    }

    @Test
    void startsAsTheRoleOfTheApplication() {
        assertThatCode(() -> check(EmbeddedDatabase.APP)).doesNotThrowAnyException();
    }

    @Test
    void refusesTheOwnerWhoeverMayActAsItAndWhoIsBoundByNothing() {
        assertThatThrownBy(() -> check(EmbeddedDatabase.OWNER)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> check("deputy")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> check("postgres")).isInstanceOf(IllegalStateException.class);
    }

    private void check(String role) {
        new RoleCheck(as(role)).afterPropertiesSet();
    }

    private JdbcClient as(String role) {
        return JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), role, ""));
    }
}
