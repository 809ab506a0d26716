package no.kompetansebro.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.kompetansebro.coverage.engine.Result;
import no.kompetansebro.coverage.engine.UnitFacts;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.UnitCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what the engine needs to know about people: their keys through a cursor, in the order of employee numbers, and the
 * facts about some of them at a time. So any number of employees takes little memory, and few take little time. Needs a
 * transaction.
 */
@Repository
class RecordedFacts {

    private static final int FEW = 200;

    private static final int FIRST = 50;
    private static final int MOST_AT_ONCE = 2_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    RecordedFacts(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    private record Key(UUID id, EmployeeNumber number) {}

    /**
     * Hands over the selected employees, ordered by number, until {@code more} says no. Of many the first ones are asked for by
     * themselves: a page has enough of them, and the database need not sort all the others.
     */
    void people(Selection selection, Predicate<KnownPerson> more) {
        people(selection, Optional.empty(), more);
    }

    /**
     * The same; where items are given, only with employments without leaves, roles and results in the items, which is read much
     * sooner.
     */
    void people(Selection selection, Optional<Set<ItemCode>> items, Predicate<KnownPerson> more) {
        if (selection.small()) {
            people(selection, items, "", MOST_AT_ONCE, more);
        } else if (people(selection, items, "limit " + FIRST, FIRST, more)) {
            people(selection, items, "offset " + FIRST, 2 * FIRST, more);
        }
    }

    private boolean people(
            Selection selection, Optional<Set<ItemCode>> items, String range, int first, Predicate<KnownPerson> more) {
        try (Stream<Key> keys = keys(selection, range)) {
            Iterator<Key> iterator = keys.iterator();
            int atOnce = first;
            boolean wanted = true;
            while (wanted && iterator.hasNext()) {
                wanted = people(next(iterator, atOnce), items, more);
                atOnce = Math.min(2 * atOnce, MOST_AT_ONCE);
            }
            return wanted;
        }
    }

    private Stream<Key> keys(Selection selection, String range) {
        return jdbc
                .sql("select e.employee_id, e.employee_no from employee e where " + selection.condition()
                        + " order by e.employee_no collate \"C\" " + range)
                .params(selection.parameters())
                .withFetchSize(MOST_AT_ONCE)
                .query((row, _) -> new Key(row.getObject(1, UUID.class), new EmployeeNumber(row.getString(2))))
                .stream();
    }

    private static List<Key> next(Iterator<Key> iterator, int atOnce) {
        List<Key> next = new ArrayList<>(atOnce);
        while (next.size() < atOnce && iterator.hasNext()) {
            next.add(iterator.next());
        }
        return next;
    }

    /** Whether more are wanted. */
    private boolean people(List<Key> keys, Optional<Set<ItemCode>> items, Predicate<KnownPerson> more) {
        List<UUID> ids = keys.stream().map(Key::id).toList();
        PersonFacts facts = items.map(only -> PersonFacts.ofLearning(template, ids, only))
                .orElseGet(() -> new PersonFacts(template, ids));
        return keys.stream()
                .allMatch(key ->
                        more.test(new KnownPerson(new EmployeeId(key.id()), facts.person(key.id(), key.number()))));
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

    /** The keys of the selected employees, no more than so many. */
    List<EmployeeId> keys(Selection selection, int most) {
        return jdbc.sql("select e.employee_id from employee e where " + selection.condition() + " limit " + most)
                .params(selection.parameters())
                .query((row, _) -> new EmployeeId(row.getObject("employee_id", UUID.class)))
                .list();
    }

    /** Whether the employer has more employees than that. */
    boolean areMoreThan(int people) {
        return jdbc.sql("select count(*) from (select from employee limit :limit) e")
                        .param("limit", people + 1)
                        .query(Integer.class)
                        .single()
                > people;
    }
}
