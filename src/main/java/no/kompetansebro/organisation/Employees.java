package no.kompetansebro.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The employees of the employer in {@link no.kompetansebro.shared.EmployerScope}. Whoever shows them to somebody asks
 * {@code Viewers} first.
 */
@Repository
@Transactional(readOnly = true)
public class Employees {

    private static final String SELECT = """
            select employee_id, employee_no, given_name, family_name, email, username from employee
            """;

    private final JdbcClient jdbc;

    Employees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The employee with our key. */
    public Optional<Employee> find(EmployeeId id) {
        return jdbc.sql(SELECT + "where employee_id = :id")
                .param("id", id.value())
                .query((row, n) -> employee(row))
                .optional();
    }

    /** The employee with the employer's number, compared exactly. */
    public Optional<Employee> find(EmployeeNumber number) {
        return jdbc.sql(SELECT + "where employee_no = :number")
                .param("number", number.value())
                .query((row, n) -> employee(row))
                .optional();
    }

    /** All with the user name, compared exactly. */
    public List<Employee> withUsername(String username) {
        return jdbc.sql(SELECT + "where username = :username")
                .param("username", username)
                .query((row, n) -> employee(row))
                .list();
    }

    /** All with the e-mail address, in whatever case it is written. */
    public List<Employee> withEmail(String email) {
        return jdbc.sql(SELECT + "where lower(email) = lower(:email)")
                .param("email", email)
                .query((row, n) -> employee(row))
                .list();
    }

    /** Up to 20 with the number, or the text somewhere in the name, by name; none for a blank text. */
    public List<Employee> search(String text) {
        return jdbc.sql(SELECT + """
                 where :text <> '' and (employee_no = :text
                       or position(lower(:text) in lower(given_name || ' ' || family_name)) > 0)
                 order by family_name, given_name, employee_no limit 20
                """)
                .param("text", text.strip())
                .query((row, n) -> employee(row))
                .list();
    }

    /** Those of the employees that exist, in one query. */
    public Map<EmployeeId, Employee> find(Collection<EmployeeId> ids) {
        List<Employee> found = jdbc.sql(SELECT + "where employee_id = any(:ids)")
                .param("ids", ids.stream().map(EmployeeId::value).distinct().toArray(UUID[]::new))
                .query((row, n) -> employee(row))
                .list();
        return found.stream().collect(Collectors.toMap(Employee::id, Function.identity()));
    }

    private static Employee employee(ResultSet row) throws SQLException {
        return new Employee(
                new EmployeeId(row.getObject("employee_id", UUID.class)),
                new EmployeeNumber(row.getString("employee_no")),
                row.getString("given_name"),
                row.getString("family_name"),
                Optional.ofNullable(row.getString("email")),
                Optional.ofNullable(row.getString("username")));
    }
}
