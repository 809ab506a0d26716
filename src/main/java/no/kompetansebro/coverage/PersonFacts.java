package no.kompetansebro.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.coverage.engine.Employment;
import no.kompetansebro.coverage.engine.Evidence;
import no.kompetansebro.coverage.engine.Exempt;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.coverage.engine.Result;
import no.kompetansebro.coverage.engine.RoleHeld;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.DateInterval;
import no.kompetansebro.shared.Timeline;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every fact about some employees: one query for each kind of fact, by the employees' keys. Employments are in order, so that
 * the same facts give the same trace to the byte; all else is in none.
 */
final class PersonFacts {

    private static final String EMPLOYMENTS = """
            select employee_id, employment_no, unit_code, position_code, leader_level, fte, valid_from, valid_until
              from employment where employee_id = any(?) order by employment_no collate "C", valid_from""";

    private static final String LEAVES =
            "select employment_no, valid_from, valid_until from employment_leave where employment_no = any(?)";

    private static final String ROLES =
            "select employee_id, role, valid_from, valid_until from role_holding where employee_id = any(?)";

    private static final String RESULTS = """
            select employee_id, item, achieved_on, score, hours, valid_until
              from result where employee_id = any(?) and revoked_at is null""";

    private static final String RESULTS_IN = RESULTS + " and item = any(?)";

    private static final String EVIDENCE = """
            select employee_id, competence, level, achieved_on, valid_until, kind
              from evidence where employee_id = any(?) and revoked_at is null""";

    private static final String EXEMPTIONS =
            "select employee_id, requirement, valid_from, valid_until from exemption where employee_id = any(?)";

    private final JdbcTemplate jdbc;
    private final Map<UUID, List<Employment>> employments;
    private final Map<String, List<DateInterval>> leaves = new HashMap<>();
    private final Map<UUID, List<RoleHeld>> roles;
    private final Map<UUID, List<Result>> results;
    private final Map<UUID, List<Evidence>> evidence;
    private final Map<UUID, List<Exempt>> exemptions;
    private final Map<String, ItemCode> items = new HashMap<>();

    PersonFacts(JdbcTemplate jdbc, List<UUID> employees) {
        this.jdbc = jdbc;
        UUID[] keys = employees.toArray(UUID[]::new);
        this.employments = read(EMPLOYMENTS, keys, PersonFacts::employment);
        readLeaves();
        this.roles = read(ROLES, keys, row -> new RoleHeld(row.getString(2), dates(row, 3)));
        this.results = read(RESULTS, keys, this::result);
        this.evidence = read(EVIDENCE, keys, PersonFacts::evidence);
        this.exemptions =
                read(EXEMPTIONS, keys, row -> new Exempt(new RequirementCode(row.getString(2)), dates(row, 3)));
    }

    /** Makes the fact of the row's columns from the second on; the first says whose it is. */
    private interface Reading<T> {
        T fact(ResultSet row) throws SQLException;
    }

    private PersonFacts(JdbcTemplate jdbc, List<UUID> employees, Set<ItemCode> only) {
        this.jdbc = jdbc;
        UUID[] keys = employees.toArray(UUID[]::new);
        this.employments = read(EMPLOYMENTS, keys, PersonFacts::employment);
        this.roles = read(ROLES, keys, row -> new RoleHeld(row.getString(2), dates(row, 3)));
        this.results = read(RESULTS_IN, keys, this::result, (Object)
                only.stream().map(ItemCode::value).toArray(String[]::new));
        this.evidence = Map.of();
        this.exemptions = Map.of();
    }

    /** Only employments without leaves, roles, and results in the items. */
    static PersonFacts ofLearning(JdbcTemplate jdbc, List<UUID> employees, Set<ItemCode> only) {
        return new PersonFacts(jdbc, employees, only);
    }

    private <T> Map<UUID, List<T>> read(String sql, UUID[] employees, Reading<T> reading, Object... more) {
        Map<UUID, List<T>> facts = new HashMap<>();
        jdbc.query(
                sql,
                row -> {
                    facts.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                            .add(reading.fact(row));
                },
                Stream.concat(Stream.of((Object) employees), Arrays.stream(more))
                        .toArray());
        return facts;
    }

    private void readLeaves() {
        String[] numbers = employments.values().stream()
                .flatMap(List::stream)
                .map(Employment::number)
                .distinct()
                .toArray(String[]::new);
        jdbc.query(
                LEAVES,
                row -> {
                    leaves.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                            .add(dates(row, 2));
                },
                (Object) numbers);
    }

    /** The employee with all facts. */
    Person person(UUID employee, EmployeeNumber number) {
        return new Person(
                number,
                of(employments, employee).stream().map(this::withLeaves).toList(),
                of(roles, employee),
                of(results, employee),
                of(evidence, employee),
                of(exemptions, employee));
    }

    private static <T> List<T> of(Map<UUID, List<T>> facts, UUID employee) {
        return facts.getOrDefault(employee, List.of());
    }

    private Employment withLeaves(Employment e) {
        List<DateInterval> leave = leaves.get(e.number());
        return leave == null
                ? e
                : new Employment(
                        e.number(), e.unit(), e.position(), e.leaderLevel(), e.fte(), e.dates(), Timeline.of(leave));
    }

    private static Employment employment(ResultSet row) throws SQLException {
        return new Employment(
                row.getString(2),
                new UnitCode(row.getString(3)),
                row.getString(4),
                Optional.ofNullable(row.getString(5)),
                row.getBigDecimal(6),
                dates(row, 7),
                Timeline.NEVER);
    }

    private Result result(ResultSet row) throws SQLException {
        return new Result(
                items.computeIfAbsent(row.getString(2), ItemCode::new),
                row.getObject(3, LocalDate.class),
                Optional.ofNullable(row.getBigDecimal(4)),
                Optional.ofNullable(row.getBigDecimal(5)),
                date(row, 6));
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                new CompetenceCode(row.getString(2)),
                Optional.ofNullable(row.getString(3)),
                row.getObject(4, LocalDate.class),
                date(row, 5),
                Evidence.Kind.valueOf(row.getString(6)));
    }

    /** The dates from the column's on, until the next one's. */
    private static DateInterval dates(ResultSet row, int from) throws SQLException {
        return new DateInterval(
                row.getObject(from, LocalDate.class), date(row, from + 1).orElse(LocalDate.MAX));
    }

    private static Optional<LocalDate> date(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
