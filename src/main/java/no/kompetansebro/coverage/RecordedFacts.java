package no.kompetansebro.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.coverage.engine.Result;
import no.kompetansebro.coverage.engine.UnitFacts;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what the engine needs to know about people: one query for each kind of fact, each through a cursor, merged in
 * the order of employee numbers. So any number of employees takes the same few queries and little memory. Needs a
 * transaction.
 */
@Repository
class RecordedFacts {

    private static final int ROWS_AT_ONCE = 2000;
    private static final int FEW = 200;

    private final JdbcClient jdbc;

    RecordedFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Hands over the selected employees, ordered by number, until {@code more} says no. */
    void people(Selection selection, Predicate<KnownPerson> more) {
        try (Stream<KnownPerson> people = employees(selection);
                PersonFacts facts = new PersonFacts(this, selection)) {
            var iterator = people.iterator();
            boolean wanted = true;
            while (wanted && iterator.hasNext()) {
                wanted = more.test(facts.of(iterator.next()));
            }
        }
    }

    private Stream<KnownPerson> employees(Selection selection) {
        return jdbc
                .sql("select e.employee_id, e.employee_no from employee e where " + selection.condition()
                        + " order by e.employee_no collate \"C\"")
                .params(selection.parameters())
                .withFetchSize(ROWS_AT_ONCE)
                .query((row, _) -> new KnownPerson(
                        new EmployeeId(row.getObject("employee_id", UUID.class)),
                        new Person(
                                new EmployeeNumber(row.getString("employee_no")),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of())))
                .stream();
    }

    /** The facts that the query says, where {@code c} are the chosen employees; in the order of their numbers. */
    <T> FactRows<T> rows(Selection selection, String columnsAndTables, FactRows.Reading<T> reading) {
        String sql = """
                with c as (select e.employer_id, e.employee_id, e.employee_no from employee e where %s)
                select c.employee_id, %s
                 order by c.employee_no collate "C"
                """.formatted(selection.condition(), columnsAndTables);
        return new FactRows<>(jdbc
                .sql(sql)
                .params(selection.parameters())
                .withFetchSize(ROWS_AT_ONCE)
                .query((row, _) -> new FactRows.Row<>(row.getObject("employee_id", UUID.class), reading.read(row)))
                .stream());
    }

    /** What the units themselves have done, of those that have done anything. */
    List<UnitFacts> units() {
        Map<UnitCode, List<Result>> results = new LinkedHashMap<>();
        jdbc.sql("select unit_code, item, achieved_on from unit_result where revoked_at is null")
                .query((ResultSet row) -> keep(row, results));
        return results.entrySet().stream()
                .map(unit -> new UnitFacts(unit.getKey(), unit.getValue()))
                .toList();
    }

    private static void keep(ResultSet row, Map<UnitCode, List<Result>> results) throws SQLException {
        results.computeIfAbsent(new UnitCode(row.getString("unit_code")), _ -> new ArrayList<>())
                .add(Result.of(new ItemCode(row.getString("item")), row.getObject("achieved_on", LocalDate.class)));
    }

    /** The latest title of each position that has one; from one to the next by the index, without reading everybody. */
    Map<String, String> positionTitles() {
        Map<String, String> titles = new LinkedHashMap<>();
        jdbc.sql("""
                with recursive titled as (
                    (select position_code, position_title from employment where position_title is not null
                      order by position_code, valid_from desc, employment_no limit 1)
                    union all
                    select next.position_code, next.position_title
                      from titled t
                     cross join lateral (
                           select position_code, position_title from employment
                            where position_title is not null and position_code > t.position_code
                            order by position_code, valid_from desc, employment_no limit 1) next)
                select position_code, position_title from titled
                """).query((ResultSet row) -> {
            titles.put(row.getString("position_code"), row.getString("position_title"));
        });
        return titles;
    }

    /** The same, by their keys, where they are few: then the queries that follow need not search for them again. */
    Selection narrowed(Selection selection) {
        if (selection.small() || selection.equals(Selection.EVERYBODY)) {
            return selection;
        }
        List<EmployeeId> found = jdbc.sql(
                        "select e.employee_id from employee e where " + selection.condition() + " limit " + (FEW + 1))
                .params(selection.parameters())
                .query((row, _) -> new EmployeeId(row.getObject("employee_id", UUID.class)))
                .list();
        return found.size() > FEW ? selection : Selection.of(found);
    }

    /** Whether the employer has more employees than that. */
    boolean areMoreThan(int people) {
        return jdbc.sql("select count(*) from (select from employee limit :limit) e")
                        .param("limit", people + 1)
                        .query(Integer.class)
                        .single()
                > people;
    }

    static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
