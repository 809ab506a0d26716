package no.kompetansebro.lms;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The courses that we are used in, of the employer in scope, for its administrator; with times as they are there. */
@Repository
@Transactional
class CourseLists {

    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ServiceWatch watch;

    CourseLists(JdbcClient jdbc, Clock clock, ServiceWatch watch) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.watch = watch;
    }

    /**
     * A course.
     *
     * @param outcome of the last reading of its roster; empty: never read
     */
    record Course(
            UUID id,
            String title,
            String issuer,
            boolean readable,
            boolean waiting,
            Optional<LocalDateTime> readAt,
            String outcome,
            int members,
            List<Link> links) {}

    /**
     * A link with progress, and how many have their score in the LMS, wait for it, or cannot get it.
     *
     * @param problem why no scores go to it; empty: none
     */
    record Link(String title, boolean column, String problem, int told, int waiting, int stopped, String stoppedBy) {}

    /** Those launched latest first. */
    List<Course> all() {
        return jdbc.sql("""
                select c.course_id, coalesce(c.title, c.context_id) as title, r.issuer, c.memberships_url is not null as readable,
                       c.roster_due_at is not null as waiting, c.roster_read_at at time zone m.time_zone as read_at,
                       coalesce(c.roster_outcome, '') as outcome,
                       (select count(*) from course_member p
                         where p.employer_id = c.employer_id and p.course_id = c.course_id and p.member_until is null) as members
                  from lms_course c
                  join employer m on m.employer_id = c.employer_id
                  join lti_registration r on r.registration_id = c.registration_id
                 order by c.seen_at desc limit :limit
                """)
                .param("limit", LONGEST)
                .query((row, _) -> new Course(
                        row.getObject("course_id", UUID.class),
                        row.getString("title"),
                        row.getString("issuer"),
                        row.getBoolean("readable"),
                        row.getBoolean("waiting"),
                        Optional.ofNullable(row.getObject("read_at", LocalDateTime.class)),
                        row.getString("outcome"),
                        row.getInt("members"),
                        links(row.getObject("course_id", UUID.class))))
                .list();
    }

    private List<Link> links(UUID course) {
        return jdbc.sql("""
                select coalesce(l.title, l.content) as title, l.line_item_url is not null as with_column,
                       coalesce(l.problem, '') as problem,
                       count(*) filter (where o.sent is not null) as told,
                       count(*) filter (where o.state = 'WAITING') as waiting,
                       count(*) filter (where o.state = 'STOPPED') as stopped,
                       coalesce(max(o.problem) filter (where o.state = 'STOPPED'), '') as stopped_by
                  from lms_link l
                  left join score_outbox o on o.employer_id = l.employer_id and o.link_id = l.link_id
                 where l.course_id = :course
                 group by l.employer_id, l.link_id
                 order by title, l.link_id
                """)
                .param("course", course)
                .query((row, _) -> new Link(
                        row.getString("title"),
                        row.getBoolean("with_column"),
                        row.getString("problem"),
                        row.getInt("told"),
                        row.getInt("waiting"),
                        row.getInt("stopped"),
                        row.getString("stopped_by")))
                .list();
    }

    /** Has the roster and the results of the course read now. {@code force}: however many that ends. */
    void read(UUID course, boolean force) {
        jdbc.sql("update lms_course set roster_due_at = :now, roster_forced = :force where course_id = :course")
                .param("course", course)
                .param("force", force)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                update lms_link set results_due_at = :now, problem = null
                 where course_id = :course and line_item_url is not null
                """)
                .param("course", course)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        watch.now();
    }
}
