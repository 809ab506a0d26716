package no.kompetansebro.lms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.organisation.EmployeeNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whom an LMS is to be asked about: who works for the employer in scope, and by which account an issuer knows them. */
@Repository
@Transactional(readOnly = true)
public class KnownPeople {

    private static final String WORKS = """
            exists (select from employment w
                     where w.employer_id = e.employer_id and w.employee_id = e.employee_id
                       and w.valid_from <= :today and (w.valid_until is null or w.valid_until > :today))
            """;

    private final JdbcClient jdbc;

    KnownPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody.
     *
     * @param subject the account that is confirmed to be theirs; empty: none is
     */
    public record Person(EmployeeNumber number, Optional<String> subject) {}

    /** Those whose number comes after the given one, in the order of numbers, at most so many. */
    public List<Person> after(String number, int most, String issuer, LocalDate today) {
        return jdbc.sql("""
                select e.employee_no,
                       (select min(l.subject) from account_link l
                         where l.employer_id = e.employer_id and l.employee_id = e.employee_id and l.issuer = :issuer
                           and l.status = 'CONFIRMED') as subject
                  from employee e
                 where e.employee_no collate "C" > :number and
                """ + WORKS + "order by e.employee_no collate \"C\" limit :most")
                .param("number", number)
                .param("issuer", issuer)
                .param("today", today)
                .param("most", most)
                .query((row, _) -> new Person(
                        new EmployeeNumber(row.getString("employee_no")),
                        Optional.ofNullable(row.getString("subject"))))
                .list();
    }

    /** The number of whose confirmed account it is. */
    public Optional<EmployeeNumber> of(String issuer, String subject) {
        return jdbc.sql("""
                select e.employee_no
                  from account_link l
                  join employee e on e.employer_id = l.employer_id and e.employee_id = l.employee_id
                 where l.issuer = :issuer and l.subject = :subject and l.status = 'CONFIRMED'
                """)
                .param("issuer", issuer)
                .param("subject", subject)
                .query((row, _) -> new EmployeeNumber(row.getString("employee_no")))
                .optional();
    }

    /** How many there are in all. */
    public long count(LocalDate today) {
        return jdbc.sql("select count(*) from employee e where " + WORKS)
                .param("today", today)
                .query(Long.class)
                .single();
    }
}
