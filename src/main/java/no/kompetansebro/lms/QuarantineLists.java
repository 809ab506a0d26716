package no.kompetansebro.lms;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What waits in quarantine of the employer in scope, for its administrator: by course, and by person. */
@Repository
@Transactional(readOnly = true)
class QuarantineLists {

    static final int LONGEST = 100;

    private final JdbcClient jdbc;

    QuarantineLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many completions wait, and for what; one may wait for both. */
    record Counts(long waiting, long withoutCourse, long withoutPerson, long courses, long people) {}

    /** A course without an item that completions wait for. */
    record Course(String issuer, String key, Optional<String> title, Optional<String> idNumber, long waiting) {}

    /** Somebody without an employee whose completions wait. */
    record Person(
            String issuer, Optional<String> subject, Optional<String> number, Optional<String> mailbox, long waiting) {}

    /** A course that is left out, and why. */
    record LeftOut(String issuer, String key, Optional<String> title, long count, Optional<String> reason) {}

    /** A source whose reading was stopped. */
    record Held(String source, LocalDateTime at, int withdrawn, int moved, int standing) {}

    Counts counts() {
        return jdbc.sql("""
                select count(*) as waiting, count(*) filter (where m.item is null) as without_course,
                       count(*) filter (where m.employee_id is null) as without_person,
                       count(distinct (c.issuer, c.course_key)) filter (where m.item is null) as courses,
                       count(distinct (c.issuer, c.subject, c.employee_no, c.mailbox)) filter (where m.employee_id is null) as people
                  from completion_match m join completion c using (employer_id, source, external_id)
                """)
                .query((row, _) -> new Counts(
                        row.getLong("waiting"),
                        row.getLong("without_course"),
                        row.getLong("without_person"),
                        row.getLong("courses"),
                        row.getLong("people")))
                .single();
    }

    List<Course> courses() {
        return jdbc.sql("""
                select c.issuer, c.course_key, max(k.title) as title, max(k.id_number) as id_number, count(*) as waiting
                  from completion_match m join completion c using (employer_id, source, external_id)
                  left join known_course k on k.employer_id = c.employer_id and k.issuer = c.issuer and k.course_key = c.course_key
                 where m.item is null
                 group by c.issuer, c.course_key order by waiting desc, c.issuer, c.course_key limit :limit
                """)
                .param("limit", LONGEST)
                .query((row, _) -> new Course(
                        row.getString("issuer"),
                        row.getString("course_key"),
                        Optional.ofNullable(row.getString("title")),
                        Optional.ofNullable(row.getString("id_number")),
                        row.getLong("waiting")))
                .list();
    }

    List<Person> people() {
        return jdbc.sql("""
                select c.issuer, c.subject, c.employee_no, c.mailbox, count(*) as waiting
                  from completion_match m join completion c using (employer_id, source, external_id)
                 where m.employee_id is null
                 group by c.issuer, c.subject, c.employee_no, c.mailbox
                 order by waiting desc, c.issuer, c.subject, c.employee_no limit :limit
                """)
                .param("limit", LONGEST)
                .query((row, _) -> new Person(
                        row.getString("issuer"),
                        Optional.ofNullable(row.getString("subject")),
                        Optional.ofNullable(row.getString("employee_no")),
                        Optional.ofNullable(row.getString("mailbox")),
                        row.getLong("waiting")))
                .list();
    }

    List<LeftOut> leftOut() {
        return jdbc.sql("""
                select k.issuer, k.course_key, k.title,
                       (select count(*) from completion c where c.employer_id = k.employer_id and c.issuer = k.issuer
                           and c.course_key = k.course_key and c.state = 'IGNORED') as count,
                       (select d.reason from intake_decision d
                         where d.employer_id = k.employer_id and d.kind = 'IGNORE' and d.about ->> 'issuer' = k.issuer
                           and d.about ->> 'course' = k.course_key order by d.decision_id desc limit 1) as reason
                  from known_course k where k.ignored order by k.changed_at desc limit :limit
                """)
                .param("limit", LONGEST)
                .query((row, _) -> new LeftOut(
                        row.getString("issuer"),
                        row.getString("course_key"),
                        Optional.ofNullable(row.getString("title")),
                        row.getLong("count"),
                        Optional.ofNullable(row.getString("reason"))))
                .list();
    }

    List<Held> held() {
        return jdbc.sql("""
                select h.source, h.held_at at time zone m.time_zone as held, h.withdrawn, h.moved, h.standing
                  from intake_hold h join employer m on m.employer_id = h.employer_id
                 where h.accepted_at is null order by h.held_at
                """)
                .query((row, _) -> new Held(
                        row.getString("source"),
                        row.getObject("held", LocalDateTime.class),
                        row.getInt("withdrawn"),
                        row.getInt("moved"),
                        row.getInt("standing")))
                .list();
    }
}
