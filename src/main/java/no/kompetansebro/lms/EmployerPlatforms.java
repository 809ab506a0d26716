package no.kompetansebro.lms;

import java.util.List;
import java.util.UUID;
import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The platforms that launch the employer in scope. */
@Repository
@Transactional(readOnly = true)
public class EmployerPlatforms {

    private final JdbcClient jdbc;

    EmployerPlatforms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they were registered. */
    public List<RegistrationId> all() {
        return jdbc.sql("select registration_id from platform where employer_id = :employer order by registration_id")
                .param("employer", EmployerScope.required().value())
                .query((row, _) -> new RegistrationId(row.getObject("registration_id", UUID.class)))
                .list();
    }
}
