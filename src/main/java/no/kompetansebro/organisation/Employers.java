package no.kompetansebro.organisation;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import no.kompetansebro.shared.EmployerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The employers of this installation. */
@Repository
public class Employers {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    private final JdbcClient jdbc;

    Employers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The employer with the code. */
    public Optional<EmployerId> find(String code) {
        return jdbc.sql("select employer_id from employer where code = :code")
                .param("code", code)
                .query((row, _) -> new EmployerId(row.getObject("employer_id", UUID.class)))
                .optional();
    }

    /**
     * The employer with the code, made now (named by its code, in Europe/Oslo) where there is none. Throws {@link
     * IllegalArgumentException} when the code is no code ({@code [a-z0-9][a-z0-9._-]*}, up to 100 characters).
     */
    public EmployerId findOrAdd(String code) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not an employer code ([a-z0-9][a-z0-9._-]*): " + code);
        }
        jdbc.sql("""
                insert into employer (employer_id, code, name) values (uuidv7(), :code, :code)
                on conflict (code) do nothing
                """).param("code", code).update();
        return find(code).orElseThrow();
    }

    /** The name that its people know the employer by. */
    public String name(EmployerId employer) {
        return jdbc.sql("select name from employer where employer_id = :employer")
                .param("employer", employer.value())
                .query(String.class)
                .single();
    }

    /** Gives the employer the name that its people know it by. */
    public void rename(EmployerId employer, String name) {
        jdbc.sql("update employer set name = :name where employer_id = :employer")
                .param("name", name)
                .param("employer", employer.value())
                .update();
    }
}
