package no.kompetansebro.requirement;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The exemptions of the current employer. Whoever shows them to somebody asks {@code Viewers} first. */
@Repository
@Transactional
public class Exemptions {

    private final JdbcClient jdbc;

    Exemptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the employees that hold on the date or begin later, by start. */
    @Transactional(readOnly = true)
    public List<Exemption> of(Collection<EmployeeId> employees, LocalDate date) {
        return jdbc.sql("""
                select employee_id, requirement, valid_from, valid_until, reason from exemption
                 where employee_id = any(:employees) and (valid_until is null or valid_until > :date)
                 order by valid_from, requirement
                """)
                .param("employees", employees.stream().map(EmployeeId::value).toArray(UUID[]::new))
                .param("date", date)
                .query((row, _) -> new Exemption(
                        new EmployeeId(row.getObject("employee_id", UUID.class)),
                        new RequirementCode(row.getString("requirement")),
                        row.getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                        row.getString("reason")))
                .list();
    }

    /**
     * Adds the exemption. False, and nothing happens, where the requirement asks nothing of people (as for the import file of
     * interfaces.md section 3), or there is one with the same start.
     */
    public boolean add(Exemption exemption) {
        return jdbc.sql("""
                insert into exemption (employer_id, employee_id, requirement, valid_from, valid_until, reason)
                select :employer, :employee, code, :from, :until, :reason
                  from requirement where code = :requirement and minimum is null and unit_duty is null
                on conflict do nothing
                """)
                        .param("employer", EmployerScope.required().value())
                        .param("employee", exemption.employee().value())
                        .param("requirement", exemption.requirement().value())
                        .param("from", exemption.from())
                        .param("until", exemption.until().orElse(null), Types.DATE)
                        .param("reason", exemption.reason())
                        .update()
                == 1;
    }

    /** Ends the exemption: it no longer holds on the date; one that begins then or later is gone. False where it had ended. */
    public boolean end(EmployeeId employee, RequirementCode requirement, LocalDate from, LocalDate on) {
        String which = " where employee_id = :employee and requirement = :requirement and valid_from = :from"
                + " and (valid_until is null or valid_until > :on)";
        String how = from.isBefore(on) ? "update exemption set valid_until = :on" : "delete from exemption";
        return jdbc.sql(how + which)
                        .param("employee", employee.value())
                        .param("requirement", requirement.value())
                        .param("from", from)
                        .param("on", on)
                        .update()
                == 1;
    }
}
