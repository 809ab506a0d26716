package no.kompetansebro.lms.enrolling;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who can be enrolled, by which account, and by whom. */
@Repository
@Transactional(readOnly = true)
class Enrollees {

    /** Whether the viewer may act for the employee {@code e}: their own people, today or later, and themselves. */
    static final String SEEN = """
            (:everything or e.employee_id = :viewer
             or exists (select from employment w
                         where w.employer_id = e.employer_id and w.employee_id = e.employee_id and w.unit_code = any(:units)
                           and (w.valid_until is null or w.valid_until > :today)))
            """;

    private final JdbcClient jdbc;

    Enrollees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What {@link #SEEN} takes. */
    static Map<String, Object> sight(Viewer viewer, LocalDate today) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("everything", viewer.everything());
        parameters.put("viewer", viewer.employee().map(EmployeeId::value).orElse(new UUID(0, 0)));
        parameters.put(
                "units", viewer.units().stream().map(unit -> unit.value()).toArray(String[]::new));
        parameters.put("today", today);
        return parameters;
    }

    /** Those of the employees that exist, by id; their accounts as the issuer's. */
    Map<EmployeeId, Enrollee> find(Collection<EmployeeId> ids, String issuer, LocalDate today) {
        Map<EmployeeId, Enrollee> found = new HashMap<>();
        jdbc.sql("""
                select e.employee_id, e.employee_no,
                       (select min(l.subject) from account_link l
                         where l.employer_id = e.employer_id and l.employee_id = e.employee_id and l.issuer = :issuer
                           and l.status = 'CONFIRMED') as subject,
                       not exists (select from employment w
                                    where w.employer_id = e.employer_id and w.employee_id = e.employee_id
                                      and (w.valid_until is null or w.valid_until > :today)) as has_left
                  from employee e where e.employee_id = any(:ids)
                """)
                .param("issuer", issuer)
                .param("today", today)
                .param("ids", keys(ids))
                .query(row -> {
                    EmployeeId id = new EmployeeId(row.getObject("employee_id", UUID.class));
                    found.put(
                            id,
                            new Enrollee(
                                    id,
                                    new EmployeeNumber(row.getString("employee_no")),
                                    Optional.ofNullable(row.getString("subject")),
                                    row.getBoolean("has_left")));
                });
        return found;
    }

    /** A decision about an account: whose it is; empty: nobody's. */
    record Decided(Optional<EmployeeId> employee) {}

    /** What people decided about those of the accounts that they decided about. */
    Map<String, Decided> decided(String issuer, Collection<String> subjects) {
        Map<String, Decided> found = new HashMap<>();
        jdbc.sql("""
                select subject, case when status = 'CONFIRMED' then employee_id end as employee_id
                  from account_link
                 where issuer = :issuer and subject = any(:subjects)
                   and (status in ('CONFIRMED', 'REJECTED') or decided_at is not null)
                """)
                .param("issuer", issuer)
                .param("subjects", subjects.toArray(String[]::new))
                .query(row -> {
                    found.put(
                            row.getString("subject"),
                            new Decided(Optional.ofNullable(row.getObject("employee_id", UUID.class))
                                    .map(EmployeeId::new)));
                });
        return found;
    }

    /** Those of the employees that the viewer may enrol. */
    List<EmployeeId> seen(Viewer viewer, Collection<EmployeeId> ids, LocalDate today) {
        return jdbc.sql("select e.employee_id from employee e where e.employee_id = any(:ids) and " + SEEN)
                .param("ids", keys(ids))
                .params(sight(viewer, today))
                .query((row, _) -> new EmployeeId(row.getObject("employee_id", UUID.class)))
                .list();
    }

    private static UUID[] keys(Collection<EmployeeId> ids) {
        return ids.stream().map(EmployeeId::value).distinct().toArray(UUID[]::new);
    }
}
