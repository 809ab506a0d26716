package no.kompetansebro.evidence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The results that stand, of the employer in scope. Whoever shows them to somebody asks {@code Viewers} first. */
@Repository
@Transactional(readOnly = true)
public class Results {

    private final JdbcClient jdbc;

    Results(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The employee's results in the item that are not revoked, latest first. */
    public List<Result> of(EmployeeId employee, ItemCode item) {
        return jdbc.sql("""
                select source, external_id, employee_id, item, achieved_on, score, hours from result
                 where employee_id = :employee and item = :item and revoked_at is null
                 order by achieved_on desc, recorded_at desc, external_id
                """)
                .param("employee", employee.value())
                .param("item", item.value())
                .query((row, _) -> new Result(
                        row.getString("source"),
                        row.getString("external_id"),
                        new EmployeeId(row.getObject("employee_id", UUID.class)),
                        new ItemCode(row.getString("item")),
                        row.getObject("achieved_on", LocalDate.class),
                        Optional.ofNullable(row.getBigDecimal("score")),
                        Optional.ofNullable(row.getBigDecimal("hours"))))
                .list();
    }

    /** Those of the employees who have a result in the item that is not revoked. */
    public Set<EmployeeId> having(ItemCode item, Collection<EmployeeId> employees) {
        return jdbc.sql("""
                select distinct employee_id from result
                 where item = :item and employee_id = any(:employees) and revoked_at is null
                """)
                .param("item", item.value())
                .param("employees", employees.stream().map(EmployeeId::value).toArray(UUID[]::new))
                .query((row, _) -> new EmployeeId(row.getObject("employee_id", UUID.class)))
                .set();
    }
}
