package no.kompetansebro.lms;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.lms.spi.ReportedCourse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The courses and activities that LMSs told of, of the employer in scope. */
@Repository
class KnownCourses {

    private static final int LONGEST = 255;

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownCourses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps what is told of the courses; what is not told stays. Who reads the same courses at once waits. */
    void seen(String issuer, Collection<ReportedCourse> courses) {
        Map<String, ReportedCourse> distinct = new LinkedHashMap<>();
        courses.forEach(course -> distinct.merge(course.key(), course, KnownCourses::together));
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        distinct.values().stream()
                .sorted((a, b) -> a.key().compareTo(b.key()))
                .forEach(course -> rows.addObject()
                        .put("course_key", course.key())
                        .put("title", text(course.title()))
                        .put("id_number", text(course.idNumber()))
                        .put("short_name", text(course.shortName())));
        jdbc.sql("""
                insert into known_course as k (employer_id, issuer, course_key, title, id_number, short_name, seen_at, changed_at)
                select current_employer(), :issuer, r.course_key, r.title, r.id_number, r.short_name, :now, :now
                  from jsonb_to_recordset(cast(:rows as jsonb))
                       as r(course_key text, title text, id_number text, short_name text)
                 where not exists (select from known_course k
                                    where k.issuer = :issuer and k.course_key = r.course_key
                                      and k.title is not distinct from coalesce(r.title, k.title)
                                      and k.id_number is not distinct from coalesce(r.id_number, k.id_number)
                                      and k.short_name is not distinct from coalesce(r.short_name, k.short_name))
                on conflict (employer_id, issuer, course_key) do update
                   set title = coalesce(excluded.title, k.title), id_number = coalesce(excluded.id_number, k.id_number),
                       short_name = coalesce(excluded.short_name, k.short_name), changed_at = excluded.changed_at
                """)
                .param("issuer", issuer)
                .param("rows", rows.toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static ReportedCourse together(ReportedCourse one, ReportedCourse other) {
        return new ReportedCourse(
                one.key(),
                one.title().or(other::title),
                one.idNumber().or(other::idNumber),
                one.shortName().or(other::shortName));
    }

    @SuppressWarnings("NullAway")
    private static String text(Optional<String> text) {
        return text.map(String::strip)
                .filter(t -> !t.isEmpty())
                .map(t -> t.substring(0, Math.min(LONGEST, t.length())))
                .orElse(null);
    }
}
