package no.kompetansebro.lms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The account links of the employer in scope, for its administrator, with times as they are there. */
@Repository
@Transactional(readOnly = true)
class LinkLists {

    /** As many as a page shows; the rest is found by searching. */
    static final int LONGEST = 200;

    private final JdbcClient jdbc;

    LinkLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A link that waits.
     *
     * @param suggested the number and name of the employee whom the administrator might mean
     */
    record Waiting(
            UUID id,
            String reference,
            String issuer,
            Optional<String> name,
            Optional<String> idNumber,
            Optional<String> username,
            Optional<String> email,
            LocalDateTime firstSeen,
            Optional<Person> suggested) {}

    /** A link that somebody or something decided about. */
    record Decided(
            UUID id,
            String reference,
            String issuer,
            boolean confirmed,
            Optional<Person> person,
            String decidedBy,
            LocalDateTime decidedAt) {}

    /** An employee by number and name. */
    record Person(String number, String name) {}

    /** Those that wait, oldest first. */
    List<Waiting> waiting() {
        return jdbc.sql("""
                select l.link_id, l.issuer, l.hint_name, l.hint_idnumber, l.hint_username, l.hint_email,
                       l.first_seen_at at time zone m.time_zone as first_seen, e.employee_no, e.given_name || ' ' || e.family_name as employee_name
                  from account_link l
                  join employer m on m.employer_id = l.employer_id
                  left join employee e on e.employer_id = l.employer_id and e.employee_id = l.suggested_id
                 where l.status = 'WAITING'
                 order by l.first_seen_at, l.link_id limit :limit
                """)
                .param("limit", LONGEST)
                .query((row, _) -> waiting(row))
                .list();
    }

    /** Those decided, latest first, whose employee's number or name has the text in it; all for a blank text. */
    List<Decided> decided(String text) {
        return jdbc.sql("""
                select l.link_id, l.issuer, l.status, l.decided_by, l.decided_at at time zone m.time_zone as decided,
                       e.employee_no,
                       e.given_name || ' ' || e.family_name as employee_name
                  from account_link l
                  join employer m on m.employer_id = l.employer_id
                  left join employee e on e.employer_id = l.employer_id and e.employee_id = l.employee_id
                 where l.status <> 'WAITING'
                   and (:text = '' or e.employee_no = :text
                        or position(lower(:text) in lower(e.given_name || ' ' || e.family_name)) > 0)
                 order by l.decided_at desc, l.link_id limit :limit
                """)
                .param("text", text.strip())
                .param("limit", LONGEST)
                .query((row, _) -> decided(row))
                .list();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        UUID id = row.getObject("link_id", UUID.class);
        return new Waiting(
                id,
                new LinkId(id).reference(),
                row.getString("issuer"),
                Optional.ofNullable(row.getString("hint_name")),
                Optional.ofNullable(row.getString("hint_idnumber")),
                Optional.ofNullable(row.getString("hint_username")),
                Optional.ofNullable(row.getString("hint_email")),
                row.getObject("first_seen", LocalDateTime.class),
                person(row));
    }

    private static Decided decided(ResultSet row) throws SQLException {
        UUID id = row.getObject("link_id", UUID.class);
        return new Decided(
                id,
                new LinkId(id).reference(),
                row.getString("issuer"),
                row.getString("status").equals("CONFIRMED"),
                person(row),
                row.getString("decided_by"),
                row.getObject("decided", LocalDateTime.class));
    }

    private static Optional<Person> person(ResultSet row) throws SQLException {
        String number = row.getString("employee_no");
        return number == null ? Optional.empty() : Optional.of(new Person(number, row.getString("employee_name")));
    }
}
