package no.kompetansebro.lms;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether an employer is still being set up: nobody here is an administrator by a right of their own whose account is
 * linked and who has not left. Until then the LMS's administrators, whom the operator trusts for it, appoint the first one.
 */
@Repository
@Transactional(readOnly = true)
class SetUp {

    private final JdbcClient jdbc;

    SetUp(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isOpen(LocalDate today) {
        return jdbc.sql("""
                select not exists (
                    select 1 from access_grant g
                      join account_link l on l.employer_id = g.employer_id and l.employee_id = g.employee_id
                     where g.kind = 'ADMINISTRATOR' and not g.waits
                       and g.valid_from <= :today and (g.valid_until is null or g.valid_until > :today)
                       and l.status = 'CONFIRMED' and not l.without_rights
                       and (exists (select 1 from employment e
                                     where e.employer_id = g.employer_id and e.employee_id = g.employee_id
                                       and (e.valid_until is null or e.valid_until > :today))
                            or not exists (select 1 from employment e
                                            where e.employer_id = g.employer_id and e.employee_id = g.employee_id)))
                """).param("today", today).query(Boolean.class).single();
    }

    /** Whether who is called so in sessions is an administrator by a right given here. */
    boolean isAppointed(String name, LocalDate today) {
        return jdbc.sql("""
                select exists (select 1 from access_grant
                                where 'employee:' || employee_id = :name and kind = 'ADMINISTRATOR' and not waits
                                  and valid_from <= :today and (valid_until is null or valid_until > :today))
                """)
                .param("name", name)
                .param("today", today)
                .query(Boolean.class)
                .single();
    }
}
