package no.kompetansebro.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everything in the ledger about an employee, for that employee to read. Whoever shows it to others asks {@code Viewers} first. */
@Repository
@Transactional(readOnly = true)
public class Entries {

    private static final int MOST = 300;

    private final JdbcClient jdbc;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which part of the ledger. */
    public enum Book {
        RESULT,
        EVIDENCE
    }

    /** What a fact is known by. */
    public record FactKey(Book book, String source, String externalId) {}

    /**
     * A fact.
     *
     * @param about the code of the item, or of the competence
     */
    public record Entry(
            FactKey key,
            EmployeeId employee,
            String about,
            Optional<String> level,
            LocalDate achievedOn,
            Optional<LocalDate> validUntil,
            boolean revoked) {}

    /** The latest facts about the employee, revoked ones too; the latest first. */
    public List<Entry> of(EmployeeId employee) {
        return jdbc.sql(
                        ALL
                                + " where employee_id = :employee order by achieved_on desc, book, source, external_id limit :most")
                .param("employee", employee.value())
                .param("most", MOST)
                .query((row, _) -> entry(row))
                .list();
    }

    /** The fact with the key. */
    public Optional<Entry> find(FactKey key) {
        return jdbc.sql(ALL + " where book = :book and source = :source and external_id = :externalId")
                .param("book", key.book().name())
                .param("source", key.source())
                .param("externalId", key.externalId())
                .query((row, _) -> entry(row))
                .optional();
    }

    private static final String ALL = """
            select book, source, external_id, employee_id, about, level, achieved_on, valid_until, revoked from (
                select 'RESULT' as book, source, external_id, employee_id, item as about, cast(null as text) as level,
                       achieved_on, valid_until, revoked_at is not null as revoked
                  from result
                 union all
                select 'EVIDENCE', source, external_id, employee_id, competence, level, achieved_on, valid_until,
                       revoked_at is not null
                  from evidence where kind <> 'DECLARATION') ledger
            """;

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new FactKey(Book.valueOf(row.getString("book")), row.getString("source"), row.getString("external_id")),
                new EmployeeId(row.getObject("employee_id", UUID.class)),
                row.getString("about"),
                Optional.ofNullable(row.getString("level")),
                row.getObject("achieved_on", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                row.getBoolean("revoked"));
    }
}
