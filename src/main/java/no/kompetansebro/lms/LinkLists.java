package no.kompetansebro.lms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private final LinkCandidates candidates;

    LinkLists(JdbcClient jdbc, LinkCandidates candidates) {
        this.jdbc = jdbc;
        this.candidates = candidates;
    }

    /**
     * A link that waits.
     *
     * @param suggested the employee whom an attribute names, but who has or had another account there
     * @param candidates who it may be, best first
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
            Optional<Person> suggested,
            List<LinkCandidates.Candidate> candidates) {}

    /**
     * A link that somebody or something decided about.
     *
     * @param now whom the LMS says now that the account is, where that is somebody else
     * @param history every decision about it, latest first
     */
    record Decided(
            UUID id,
            String reference,
            String issuer,
            boolean confirmed,
            Optional<Person> person,
            boolean withoutRights,
            Optional<Person> now,
            String decidedBy,
            LocalDateTime decidedAt,
            List<Step> history) {}

    /** One of the decisions about a link, with the employee it was about and why. */
    record Step(
            UUID link,
            String status,
            Optional<Person> person,
            String by,
            LocalDateTime at,
            Optional<String> basis,
            Optional<String> reason) {}

    /** An employee by number and name. */
    record Person(String number, String name) {}

    /** Those that wait, oldest first. */
    List<Waiting> waiting() {
        Map<UUID, List<LinkCandidates.Candidate>> fitting = candidates.ofWaiting();
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
                .query((row, _) -> waiting(row, fitting))
                .list();
    }

    /** Those decided, what asks for a look first, then latest first, whose employee's number or name has the text in it; all for a blank text. */
    List<Decided> decided(String text) {
        Map<UUID, List<Step>> steps = history();
        return jdbc.sql("""
                select l.link_id, l.issuer, l.status, l.without_rights, l.decided_by,
                       l.decided_at at time zone m.time_zone as decided,
                       e.employee_no, e.given_name || ' ' || e.family_name as employee_name,
                       n.employee_no as now_no, n.given_name || ' ' || n.family_name as now_name
                  from account_link l
                  join employer m on m.employer_id = l.employer_id
                  left join employee e on e.employer_id = l.employer_id and e.employee_id = l.employee_id
                  left join employee n on n.employer_id = l.employer_id and n.employee_id = l.suggested_id
                 where l.status <> 'WAITING'
                   and (:text = '' or e.employee_no = :text
                        or position(lower(:text) in lower(e.given_name || ' ' || e.family_name)) > 0)
                 order by l.suggested_id is null, not l.without_rights, l.decided_at desc, l.link_id limit :limit
                """)
                .param("text", text.strip())
                .param("limit", LONGEST)
                .query((row, _) -> decided(row, steps))
                .list();
    }

    private static Waiting waiting(ResultSet row, Map<UUID, List<LinkCandidates.Candidate>> fitting)
            throws SQLException {
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
                person(row, "employee"),
                fitting.getOrDefault(id, List.of()));
    }

    private static Decided decided(ResultSet row, Map<UUID, List<Step>> steps) throws SQLException {
        UUID id = row.getObject("link_id", UUID.class);
        return new Decided(
                id,
                new LinkId(id).reference(),
                row.getString("issuer"),
                row.getString("status").equals("CONFIRMED"),
                person(row, "employee"),
                row.getBoolean("without_rights"),
                person(row, "now"),
                row.getString("decided_by"),
                row.getObject("decided", LocalDateTime.class),
                steps.getOrDefault(id, List.of()));
    }

    private Map<UUID, List<Step>> history() {
        return jdbc.sql("""
                select d.link_id, d.status, d.decided_by, d.decided_at at time zone m.time_zone as decided, d.basis,
                       d.reason, e.employee_no, e.given_name || ' ' || e.family_name as employee_name
                  from account_link_decision d
                  join employer m on m.employer_id = d.employer_id
                  left join employee e on e.employer_id = d.employer_id and e.employee_id = d.employee_id
                 where d.link_id in (select link_id from account_link where status <> 'WAITING'
                                      order by decided_at desc limit 1000)
                 order by d.decision_id desc
                """).query((row, _) -> step(row)).list().stream().collect(Collectors.groupingBy(Step::link));
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getObject("link_id", UUID.class),
                row.getString("status"),
                person(row, "employee"),
                row.getString("decided_by"),
                row.getObject("decided", LocalDateTime.class),
                Optional.ofNullable(row.getString("basis")),
                Optional.ofNullable(row.getString("reason")));
    }

    private static Optional<Person> person(ResultSet row, String prefix) throws SQLException {
        String number = row.getString(prefix + "_no");
        return number == null ? Optional.empty() : Optional.of(new Person(number, row.getString(prefix + "_name")));
    }
}
