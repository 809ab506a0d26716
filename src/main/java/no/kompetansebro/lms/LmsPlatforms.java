package no.kompetansebro.lms;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.shared.EmployerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which employer each registration belongs to; asked before any employer is known. */
@Repository
class LmsPlatforms {

    private final JdbcClient jdbc;

    LmsPlatforms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<LmsPlatform> find(RegistrationId registration) {
        return jdbc.sql("""
                select registration_id, employer_id, account_link, trust_administrators from platform
                 where registration_id = :registration
                """)
                .param("registration", registration.value())
                .query((row, _) -> platform(row))
                .optional();
    }

    /** Those of the employer. */
    List<LmsPlatform> of(EmployerId employer) {
        return jdbc.sql("""
                select registration_id, employer_id, account_link, trust_administrators from platform
                 where employer_id = :employer order by registration_id
                """)
                .param("employer", employer.value())
                .query((row, _) -> platform(row))
                .list();
    }

    void put(LmsPlatform platform) {
        jdbc.sql("""
                insert into platform (registration_id, employer_id, account_link, trust_administrators)
                values (:registration, :employer, :link, :trust)
                on conflict (registration_id) do update
                   set employer_id = excluded.employer_id, account_link = excluded.account_link,
                       trust_administrators = excluded.trust_administrators
                """)
                .param("registration", platform.registration().value())
                .param("employer", platform.employer().value())
                .param(
                        "link",
                        platform.accountLink().stream()
                                .map(AccountAttribute::code)
                                .toArray(String[]::new))
                .param("trust", platform.trustAdministrators())
                .update();
    }

    private static LmsPlatform platform(ResultSet row) throws SQLException {
        return new LmsPlatform(
                new RegistrationId(row.getObject("registration_id", UUID.class)),
                new EmployerId(row.getObject("employer_id", UUID.class)),
                attributes(row.getArray("account_link")),
                row.getBoolean("trust_administrators"));
    }

    private static List<AccountAttribute> attributes(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray())
                .map(code -> AccountAttribute.valueOf(code.toUpperCase(Locale.ROOT)))
                .toList();
    }
}
