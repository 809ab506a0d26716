package no.kompetansebro.coverage.recalculation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import no.kompetansebro.coverage.figures.Trace;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the read model with the engine on a sample of the employees. Both are of one moment of the database, and whoever is
 * still to be calculated is left out, so what differs is wrong.
 */
@Component
public class DriftCheck {

    private final JdbcClient jdbc;
    private final RulesBook rules;
    private final Recalculation recalculation;
    private final TransactionTemplate oneMoment;

    DriftCheck(JdbcClient jdbc, RulesBook rules, Recalculation recalculation, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.recalculation = recalculation;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * What was found.
     *
     * @param checked how many employees were compared
     * @param drifted those whose trace is not what the facts give
     */
    public record Drift(int checked, Set<UUID> drifted) {

        public Drift {
            drifted = Set.copyOf(drifted);
        }
    }

    /** Compares so many employees, taken at random. */
    public Drift check(int employees) {
        return oneMoment.execute(_ -> compare(sample(employees)));
    }

    private Drift compare(List<EmployeeId> sample) {
        Map<UUID, byte[]> kept = kept(sample);
        Set<UUID> drifted = new TreeSet<>();
        recalculation.calculated(rules.current(), sample).forEach((employee, trace) -> {
            if (!Arrays.equals(trace, kept.getOrDefault(employee, Trace.EMPTY))) {
                drifted.add(employee);
            }
        });
        return new Drift(sample.size(), drifted);
    }

    private List<EmployeeId> sample(int employees) {
        return jdbc.sql("""
                select e.employee_id from employee e
                 where (select m.rulebook from coverage_model m)
                       = current_rulebook()
                   and not exists (select from recalculation_queue q where q.employee_id = e.employee_id
                          and q.bucket = recalculation_bucket(e.employee_id))
                   and not exists (select from recalculation_sweep s where s.bucket = recalculation_bucket(e.employee_id))
                 order by random() limit :employees
                """)
                .param("employees", employees)
                .query((row, _) -> new EmployeeId(row.getObject("employee_id", UUID.class)))
                .list();
    }

    private Map<UUID, byte[]> kept(List<EmployeeId> sample) {
        Map<UUID, byte[]> kept = new HashMap<>();
        jdbc.sql("select employee_id, trace from coverage_trace where employee_id = any(:sample)")
                .param("sample", sample.stream().map(EmployeeId::value).toArray(UUID[]::new))
                .query(row -> {
                    kept.put(row.getObject("employee_id", UUID.class), row.getBytes("trace"));
                });
        return kept;
    }
}
