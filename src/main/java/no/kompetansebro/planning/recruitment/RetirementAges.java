package no.kompetansebro.planning.recruitment;

import java.util.OptionalInt;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The age at which the people of the employer in scope are assumed to retire. */
@Repository
@Transactional
class RetirementAges {

    /** Assumed until somebody says something else. */
    static final int USUAL_RETIREMENT_AGE = 65;

    private final JdbcClient jdbc;

    RetirementAges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The age that the employer assumes; {@code version}: 0 before anybody has said one. */
    record RetirementAge(OptionalInt age, int version) {}

    @Transactional(readOnly = true)
    RetirementAge current() {
        return jdbc.sql("select retirement_age, version from recruitment_assumption")
                .query((row, _) -> {
                    int age = row.getInt("retirement_age");
                    return new RetirementAge(
                            row.wasNull() ? OptionalInt.empty() : OptionalInt.of(age), row.getInt("version"));
                })
                .optional()
                .orElse(new RetirementAge(OptionalInt.of(USUAL_RETIREMENT_AGE), 0));
    }

    /** Keeps the age in place of the version that it says; false where that is not the latest. */
    boolean keep(RetirementAge age) {
        String sql = age.version() == 0 ? """
                  insert into recruitment_assumption (employer_id, retirement_age, version)
                  values (:employer, :age, :seen + 1) on conflict do nothing
                  """ : """
                  update recruitment_assumption set retirement_age = :age, version = version + 1
                   where employer_id = :employer and version = :seen
                  """;
        return jdbc.sql(sql)
                        .param("employer", EmployerScope.required().value())
                        .param("age", age.age().isEmpty() ? null : age.age().getAsInt())
                        .param("seen", age.version())
                        .update()
                == 1;
    }
}
