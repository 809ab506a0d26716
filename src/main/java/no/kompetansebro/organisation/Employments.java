package no.kompetansebro.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.kompetansebro.shared.DateInterval;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The employments of the employer in {@link no.kompetansebro.shared.EmployerScope}. */
@Repository
@Transactional(readOnly = true)
public class Employments {

    private final JdbcClient jdbc;

    Employments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All periods of the employee's employments, in order of start. */
    public List<Employment> of(EmployeeId employee) {
        return of(List.of(employee)).getOrDefault(employee, List.of());
    }

    /** The employee's employments on the date. */
    public List<Employment> of(EmployeeId employee, LocalDate date) {
        return of(employee).stream().filter(e -> e.dates().contains(date)).toList();
    }

    /** All periods of the employments of each of the employees, in order of start, in one query. */
    public Map<EmployeeId, List<Employment>> of(Collection<EmployeeId> employees) {
        return jdbc
                .sql("""
                        select employment_no, employee_id, valid_from, valid_until, unit_code, position_code,
                               position_title, leader_level, leads_unit, fte
                          from employment
                         where employee_id = any(:employees)
                         order by valid_from, employment_no
                        """)
                .param("employees", employees.stream().map(EmployeeId::value).toArray(UUID[]::new))
                .query((row, n) -> employment(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Employment::employee));
    }

    /**
     * Who, working on the date, began the run of employments after the first date and no later than it (coverage.md section
     * 5: a break of more than 12 months begins a new run).
     */
    public Set<EmployeeId> hired(LocalDate after, LocalDate date) {
        return jdbc.sql("""
                with period as (
                    select m.employee_id, m.valid_from, m.valid_until,
                           max(coalesce(m.valid_until, 'infinity')) over (
                               partition by m.employee_id order by m.valid_from, m.employment_no
                               rows between unbounded preceding and 1 preceding) as ended
                      from employment m
                     where m.valid_from <= :date
                       and m.employee_id in (select n.employee_id from employment n
                                              where n.valid_from > :after and n.valid_from <= :date)
                )
                select employee_id from period
                 group by employee_id
                having max(valid_from) filter (where ended is null or valid_from > ended + interval '12 months') > :after
                   and bool_or(valid_until is null or valid_until > :date)
                """)
                .param("after", after)
                .param("date", date)
                .query((row, _) -> new EmployeeId(row.getObject("employee_id", UUID.class)))
                .set();
    }

    /** The numbers of those of the employees' employments that are on leave on the date. */
    public Set<String> onLeave(Collection<EmployeeId> employees, LocalDate date) {
        return jdbc.sql("""
                select distinct l.employment_no
                  from employment_leave l
                  join employment m on m.employer_id = l.employer_id and m.employment_no = l.employment_no
                 where m.employee_id = any(:employees)
                   and l.valid_from <= :date and (l.valid_until is null or l.valid_until > :date)
                """)
                .param("employees", employees.stream().map(EmployeeId::value).toArray(UUID[]::new))
                .param("date", date)
                .query((row, _) -> row.getString(1))
                .set();
    }

    private static Employment employment(ResultSet row) throws SQLException {
        return new Employment(
                row.getString("employment_no"),
                new EmployeeId(row.getObject("employee_id", UUID.class)),
                dates(row),
                new UnitCode(row.getString("unit_code")),
                row.getString("position_code"),
                Optional.ofNullable(row.getString("position_title")),
                Optional.ofNullable(row.getString("leader_level")),
                Optional.ofNullable(row.getString("leads_unit")).map(UnitCode::new),
                row.getBigDecimal("fte"));
    }

    private static DateInterval dates(ResultSet row) throws SQLException {
        LocalDate until = row.getObject("valid_until", LocalDate.class);
        return new DateInterval(row.getObject("valid_from", LocalDate.class), until == null ? LocalDate.MAX : until);
    }
}
