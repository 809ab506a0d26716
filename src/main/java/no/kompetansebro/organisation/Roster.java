package no.kompetansebro.organisation;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts what is missing in what the HR system sent, for the employer in scope. */
@Repository
@Transactional(readOnly = true)
public class Roster {

    private final JdbcClient jdbc;

    Roster(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The units that people work in on the date, where neither they nor a unit above them has a leader then. */
    public long unitsWithoutLeader(LocalDate date) {
        return count("""
                with recursive led as (
                    select leads_unit as unit_code from employment
                     where leads_unit is not null and valid_from <= :date and (valid_until is null or valid_until > :date)
                    union
                    select u.unit_code from unit u join led on u.parent_code = led.unit_code
                )
                select count(distinct e.unit_code) from employment e
                 where e.valid_from <= :date and (e.valid_until is null or e.valid_until > :date)
                   and e.unit_code not in (select unit_code from led)
                """, date);
    }

    /** The employees on the date that have neither user name nor e-mail address, by which an LMS could know them. */
    public long employeesWithoutAccountName(LocalDate date) {
        return count("""
                select count(*) from employee p
                 where p.username is null and p.email is null
                   and exists (select from employment e
                                where e.employer_id = p.employer_id and e.employee_id = p.employee_id
                                  and e.valid_from <= :date and (e.valid_until is null or e.valid_until > :date))
                """, date);
    }

    private long count(String sql, LocalDate date) {
        return jdbc.sql(sql).param("date", date).query(Long.class).single();
    }
}
