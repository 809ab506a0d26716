package no.kompetansebro.lms;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.lms.IntakeDecisions.CourseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The courses that LMSs told of and what they count as, of the employer in scope. */
@Repository
@Transactional(readOnly = true)
class MappingLists {

    static final int LONGEST = 200;

    private static final String COURSES = """
            select k.issuer, k.course_key, k.title, k.id_number, k.short_name, i.item, i.how,
                   (select count(*) from completion c where c.employer_id = k.employer_id and c.issuer = k.issuer
                       and c.course_key = k.course_key and c.state = 'WAITING') as waiting,
                   (select count(*) from completion c where c.employer_id = k.employer_id and c.issuer = k.issuer
                       and c.course_key = k.course_key and c.state = 'RECORDED') as recorded
              from known_course k join course_item i using (employer_id, issuer, course_key)
             where k.course_key not like 'item:%'
            """;

    private final JdbcClient jdbc;

    MappingLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A course.
     *
     * @param item what it counts as
     * @param how that is known: HAND, ID_NUMBER, SHORT_NAME, RESOURCE, NONE or IGNORED
     */
    record Course(
            String issuer,
            String key,
            Optional<String> title,
            Optional<String> idNumber,
            Optional<String> shortName,
            Optional<String> item,
            String how,
            long waiting,
            long recorded) {

        /** What people call it. */
        public String name() {
            return title.or(() -> shortName).or(() -> idNumber).orElse(key);
        }
    }

    /** What a mapping would do: how many would be recorded now, wait on for their person, and stay as they are. */
    record Effect(long recorded, long waiting, long staying) {}

    /** A mapping that somebody made, latest first. */
    record Made(
            String issuer,
            String key,
            Optional<String> title,
            String item,
            String former,
            int recorded,
            String by,
            LocalDateTime at) {}

    /** Those that completions wait for first, then those without an item, whose name or number has the text in it. */
    List<Course> courses(String text, boolean unmapped) {
        return jdbc.sql("select * from (" + COURSES + """
                   and (:text = '' or position(lower(:text) in lower(concat_ws(' ', k.title, k.id_number, k.short_name, k.course_key))) > 0)
                   and (not :unmapped or i.how = 'NONE' or (i.how = 'HAND' and i.item is null))) courses
                 order by waiting desc, item is not null, lower(title), issuer, course_key limit :limit
                """)
                .param("text", text.strip())
                .param("unmapped", unmapped)
                .param("limit", LONGEST)
                .query((row, _) -> course(row))
                .list();
    }

    Optional<Course> course(CourseId id) {
        return jdbc.sql(COURSES + " and k.issuer = :issuer and k.course_key = :key")
                .param("issuer", id.issuer())
                .param("key", id.key())
                .query((row, _) -> course(row))
                .optional();
    }

    /** What mapping the course to the item would do; no item: what its numbers say. */
    Effect effect(CourseId id, String item) {
        return jdbc.sql("""
                select count(*) filter (where c.state <> 'RECORDED' and m.employee_id is not null) as recorded,
                       count(*) filter (where c.state <> 'RECORDED' and m.employee_id is null) as waiting,
                       count(*) filter (where c.state = 'RECORDED' and c.item is distinct from :item) as staying
                  from completion c
                  left join completion_match m using (employer_id, source, external_id)
                 where c.issuer = :issuer and c.course_key = :key
                """)
                .param("issuer", id.issuer())
                .param("key", id.key())
                .param("item", item)
                .query((row, _) -> new Effect(row.getLong("recorded"), row.getLong("waiting"), row.getLong("staying")))
                .single();
    }

    List<Made> made() {
        return jdbc.sql("""
                select d.about ->> 'issuer' as issuer, d.about ->> 'course' as course_key, k.title, d.about ->> 'item' as item,
                       d.about ->> 'former' as former, d.count, d.decided_by, d.decided_at at time zone m.time_zone as decided
                  from intake_decision d
                  join employer m on m.employer_id = d.employer_id
                  left join known_course k on k.employer_id = d.employer_id and k.issuer = d.about ->> 'issuer'
                       and k.course_key = d.about ->> 'course'
                 where d.kind = 'MAP' order by d.decision_id desc limit 20
                """)
                .query((row, _) -> new Made(
                        row.getString("issuer"),
                        row.getString("course_key"),
                        Optional.ofNullable(row.getString("title")),
                        row.getString("item"),
                        row.getString("former"),
                        row.getInt("count"),
                        row.getString("decided_by"),
                        row.getObject("decided", LocalDateTime.class)))
                .list();
    }

    private static Course course(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Course(
                row.getString("issuer"),
                row.getString("course_key"),
                Optional.ofNullable(row.getString("title")),
                Optional.ofNullable(row.getString("id_number")),
                Optional.ofNullable(row.getString("short_name")),
                Optional.ofNullable(row.getString("item")),
                row.getString("how"),
                row.getLong("waiting"),
                row.getLong("recorded"));
    }
}
