package no.kompetansebro.training.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whom the employer in scope may remind on a day: those who work then. Also how they want it. */
@Repository
@Transactional(readOnly = true)
class Addressees {

    private static final String WORKING = """
            exists (select from employment m
                     where m.employer_id = e.employer_id and m.employee_id = e.employee_id
                       and m.valid_from <= :today and (m.valid_until is null or m.valid_until > :today)
                       and not exists (select from employment_leave l
                                        where l.employer_id = m.employer_id and l.employment_no = m.employment_no
                                          and l.valid_from <= :today
                                          and (l.valid_until is null or l.valid_until > :today)))
            """;

    private static final String SELECT = """
            select e.employee_id, e.employee_no, e.given_name, nullif(trim(e.email), '') as email,
                   coalesce(c.by_email, true) as by_email, coalesce(c.language, c.language_seen) as language
              from employee e
              left join reminder_choice c on c.employer_id = e.employer_id and c.employee_id = e.employee_id
             where
            """;

    private final JdbcClient jdbc;

    Addressees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The employee; empty where they have left or are on leave. */
    Optional<Addressee> find(EmployeeId employee, LocalDate today) {
        return jdbc.sql(SELECT + WORKING + " and e.employee_id = :employee")
                .param("today", today)
                .param("employee", employee.value())
                .query((row, _) -> addressee(row))
                .optional();
    }

    /** Those with numbers after the first and up to the last, by the code points of their numbers. */
    List<Addressee> between(String after, Optional<String> last, LocalDate today) {
        return jdbc.sql(SELECT + WORKING + """
                 and e.employee_no collate "C" > :after
                 and (cast(:last as text) is null or e.employee_no collate "C" <= :last)
                 order by e.employee_no collate "C"
                """)
                .param("today", today)
                .param("after", after)
                .param("last", last.orElse(null), Types.VARCHAR)
                .query((row, _) -> addressee(row))
                .list();
    }

    /** A unit, and somebody who leads it. */
    record Lead(EmployeeId leader, UnitCode unit) {}

    /** Who leads what on the day, from employments that are not on leave. */
    List<Lead> leads(LocalDate today) {
        return jdbc.sql("""
                select distinct m.employee_id, m.leads_unit from employment m
                 where m.leads_unit is not null and m.valid_from <= :today
                   and (m.valid_until is null or m.valid_until > :today)
                   and not exists (select from employment_leave l
                                    where l.employer_id = m.employer_id and l.employment_no = m.employment_no
                                      and l.valid_from <= :today
                                      and (l.valid_until is null or l.valid_until > :today))
                 order by m.employee_id, m.leads_unit
                """)
                .param("today", today)
                .query((row, _) -> new Lead(
                        new EmployeeId(row.getObject("employee_id", UUID.class)),
                        new UnitCode(row.getString("leads_unit"))))
                .list();
    }

    /** How many work on the day and have no e-mail address. */
    long withoutAddress(LocalDate today) {
        return jdbc.sql("select count(*) from employee e where nullif(trim(e.email), '') is null and " + WORKING)
                .param("today", today)
                .query(Long.class)
                .single();
    }

    /** How many of those who work on the day have an address that a mail server has refused. */
    long withRefusedAddress(LocalDate today) {
        return jdbc.sql("""
                        select count(distinct e.employee_id) from employee e
                          join reminder_letter l on l.employer_id = e.employer_id and l.employee_id = e.employee_id
                           and l.state = 'FAILED' and l.problem = 'ADDRESS' and l.address = e.email
                         where
                        """ + WORKING).param("today", today).query(Long.class).single();
    }

    /** Keeps what the employee chose; without a language it is the one in which they see the pages. */
    @Transactional
    void choose(EmployeeId employee, boolean byEmail, Optional<Language> language) {
        jdbc.sql("""
                insert into reminder_choice (employer_id, employee_id, by_email, language)
                values (:employer, :employee, :byEmail, :language)
                on conflict (employer_id, employee_id)
                do update set by_email = excluded.by_email, language = excluded.language
                """)
                .param("employer", EmployerScope.required().value())
                .param("employee", employee.value())
                .param("byEmail", byEmail)
                .param("language", language.map(Language::code).orElse(null), Types.VARCHAR)
                .update();
    }

    /** Keeps in which language the employee sees the pages. */
    @Transactional
    void saw(EmployeeId employee, Language language) {
        jdbc.sql("""
                insert into reminder_choice (employer_id, employee_id, language_seen)
                select :employer, :employee, :language
                 where not exists (select from reminder_choice
                                    where employee_id = :employee and language_seen = :language)
                on conflict (employer_id, employee_id) do update set language_seen = excluded.language_seen
                """)
                .param("employer", EmployerScope.required().value())
                .param("employee", employee.value())
                .param("language", language.code())
                .update();
    }

    /** The language that the employee chose, where they chose one. */
    Optional<Language> chosenLanguage(EmployeeId employee) {
        return jdbc.sql("select language from reminder_choice where employee_id = :employee and language is not null")
                .param("employee", employee.value())
                .query(String.class)
                .optional()
                .flatMap(Language::of);
    }

    private static Addressee addressee(ResultSet row) throws SQLException {
        return new Addressee(
                new EmployeeId(row.getObject("employee_id", UUID.class)),
                new EmployeeNumber(row.getString("employee_no")),
                row.getString("given_name"),
                Optional.ofNullable(row.getString("email")),
                row.getBoolean("by_email"),
                Optional.ofNullable(row.getString("language")).flatMap(Language::of));
    }
}
