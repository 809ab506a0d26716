package no.kompetansebro.organisation;

import java.time.LocalDate;
import java.util.UUID;
import no.kompetansebro.organisation.access.Visitor;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An employer of its own in the test database, filled by SQL: every test that makes one is alone with it. */
public final class Municipality {

    private final EmployerId id = new EmployerId(UUID.randomUUID());
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    public Municipality(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        jdbc.sql("insert into employer (employer_id, code, name) values (?, ?, 'Fjordvik')")
                .param(id.value())
                .param("e" + id)
                .update();
    }

    public EmployerId id() {
        return id;
    }

    /** Does the work for this employer. */
    public <T> T in(ScopedValue.CallableOp<T, RuntimeException> work) {
        return EmployerScope.in(id, work);
    }

    /** Runs one statement for this employer; {@code ?} are the parameters, the employer's id being {@code :e} by text. */
    public void sql(String sql, @Nullable Object... parameters) {
        in(() -> transactions.execute(status -> {
            var statement = jdbc.sql(sql.replace(":e", "'" + id + "'"));
            for (Object parameter : parameters) {
                statement = statement.param(parameter);
            }
            return statement.update();
        }));
    }

    public void unit(String code, @Nullable String parent) {
        sql("insert into unit (employer_id, unit_code, parent_code, name) values (:e, ?, ?, ?)", code, parent, code);
    }

    public EmployeeId employee(String number) {
        UUID employee = UUID.randomUUID();
        sql(
                "insert into employee (employer_id, employee_id, employee_no, given_name, family_name)"
                        + " values (:e, ?, ?, 'Kari', 'Nordmann')",
                employee,
                number);
        return new EmployeeId(employee);
    }

    public void employment(EmployeeId employee, String unit, LocalDate from, @Nullable LocalDate until) {
        employment(employee, unit, "7170", null, null, from, until);
    }

    public void leader(EmployeeId employee, String unit, LocalDate from, @Nullable LocalDate until) {
        employment(employee, unit, "7451", "3", unit, from, until);
    }

    public void employment(
            EmployeeId employee,
            String unit,
            String position,
            @Nullable String level,
            @Nullable String leads,
            LocalDate from,
            @Nullable LocalDate until) {
        sql(
                "insert into employment (employer_id, employment_no, employee_id, unit_code, position_code, leader_level,"
                        + " leads_unit, valid_from, valid_until) values (:e, ?, ?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID().toString(),
                employee.value(),
                unit,
                position,
                level,
                leads,
                from,
                until);
    }

    public void grant(
            EmployeeId employee, String kind, @Nullable String unit, LocalDate from, @Nullable LocalDate until) {
        sql(
                "insert into access_grant (employer_id, grant_id, employee_id, kind, unit_code, valid_from, valid_until,"
                        + " granted_by, granted_at) values (:e, ?, ?, ?, ?, ?, ?, 'test', now())",
                UUID.randomUUID(),
                employee.value(),
                kind,
                unit,
                from,
                until);
    }

    public Visitor visitor(EmployeeId employee) {
        return Visitor.as(id, employee);
    }

    public void result(EmployeeId employee, String item, LocalDate achievedOn) {
        sql(
                "insert into result (employer_id, source, external_id, employee_id, item, achieved_on, recorded_at)"
                        + " values (:e, 'test', ?, ?, ?, ?, now())",
                UUID.randomUUID().toString(),
                employee.value(),
                item,
                achievedOn);
    }

    public void exemption(EmployeeId employee, String requirement, LocalDate from, @Nullable LocalDate until) {
        sql(
                "insert into exemption (employer_id, employee_id, requirement, valid_from, valid_until, reason)"
                        + " values (:e, ?, ?, ?, ?, 'test')",
                employee.value(),
                requirement,
                from,
                until);
    }

    /** A leave from every employment of the employee. */
    public void leave(EmployeeId employee, LocalDate from, @Nullable LocalDate until) {
        sql(
                "insert into employment_leave (employer_id, employment_no, valid_from, valid_until)"
                        + " select employer_id, employment_no, ?, ? from employment where employee_id = ?",
                from,
                until,
                employee.value());
    }
}
