package no.kompetansebro.evidence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Beyond this many, results are not counted. */
    public static final int MOST_COUNTED = 10_000;

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

    /** The items in which the employee has results that are not revoked. */
    public Set<ItemCode> items(EmployeeId employee) {
        return jdbc.sql("select distinct item from result where employee_id = :employee and revoked_at is null")
                .param("employee", employee.value())
                .query((row, _) -> new ItemCode(row.getString("item")))
                .set();
    }

    /**
     * How many results, revoked ones too, the ledger has in each of the items that have any, of employees and units: no more
     * than {@link #MOST_COUNTED} + 1 of each are counted.
     */
    public Map<ItemCode, Integer> counts(Collection<ItemCode> items) {
        Map<ItemCode, Integer> counts = new HashMap<>();
        jdbc.sql("""
                select i.code, (select count(*) from (select from result r where r.item = i.code limit :most) r)
                             + (select count(*) from (select from unit_result u where u.item = i.code limit :most) u) as results
                  from unnest(cast(:items as text[])) as i(code)
                """)
                .param("most", MOST_COUNTED + 1)
                .param("items", items.stream().map(ItemCode::value).toArray(String[]::new))
                .query(row -> {
                    counts.put(new ItemCode(row.getString("code")), Math.min(row.getInt("results"), MOST_COUNTED + 1));
                });
        counts.values().removeIf(count -> count == 0);
        return counts;
    }
}
