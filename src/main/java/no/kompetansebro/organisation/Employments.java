package no.kompetansebro.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
