package no.kompetansebro.moodle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.lms.spi.EnrolmentTrouble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How people get into the courses of a connection, and what is known to be in the way. */
@Repository
@Transactional
class EnrolmentSettings {

    /** While one of these lasts, nothing is called; others are only about the reading. */
    private static final Set<String> OF_THE_SITE = Stream.of(
                    Trouble.TOKEN_INVALID,
                    Trouble.REST_OFF,
                    Trouble.NO_MOODLE,
                    Trouble.NOT_REACHED,
                    Trouble.UNAVAILABLE,
                    Trouble.TIMED_OUT,
                    Trouble.UNREADABLE)
            .map(Trouble::code)
            .collect(Collectors.toSet());

    private static final Duration SOON = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    EnrolmentSettings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static boolean isOfTheSite(Trouble trouble) {
        return OF_THE_SITE.contains(trouble.code());
    }

    /** The role that people get. */
    long role(ConnectionId connection) {
        return jdbc.sql("select enrol_role from moodle_connection where connection_id = :connection")
                .param("connection", connection.value())
                .query(Long.class)
                .single();
    }

    void setRole(ConnectionId connection, long role) {
        jdbc.sql("update moodle_connection set enrol_role = :role where connection_id = :connection")
                .param("connection", connection.value())
                .param("role", role)
                .update();
    }

    /** The cohorts by which people get into courses, by course. */
    Map<String, String> cohorts(ConnectionId connection) {
        Map<String, String> cohorts = new TreeMap<>();
        jdbc.sql("select course_key, cohort from moodle_cohort where connection_id = :connection")
                .param("connection", connection.value())
                .query(row -> {
                    cohorts.put(row.getString("course_key"), row.getString("cohort"));
                });
        return cohorts;
    }

    /** Empty: by the manual method. */
    Optional<String> cohort(ConnectionId connection, String courseKey) {
        return Optional.ofNullable(cohorts(connection).get(courseKey));
    }

    /** {@code cohort}: its ID number; empty: from now on by the manual method. */
    void setCohort(ConnectionId connection, Course course, String cohort) {
        jdbc.sql("delete from moodle_cohort where connection_id = :connection and course_key = :course")
                .param("connection", connection.value())
                .param("course", course.key())
                .update();
        jdbc.sql("""
                insert into moodle_cohort (employer_id, connection_id, course_key, cohort)
                select current_employer(), :connection, :course, :cohort where :cohort <> ''
                """)
                .param("connection", connection.value())
                .param("course", course.key())
                .param("cohort", cohort)
                .update();
    }

    /** Until when the site is left alone, and why. */
    Optional<EnrolmentTrouble> leftAlone(ConnectionId connection) {
        return jdbc.sql("""
                select problem, retry_at from moodle_connection
                 where connection_id = :connection and retry_at > :now and problem = any(:problems)
                """)
                .param("connection", connection.value())
                .param("now", Connections.utc(clock.instant()))
                .param("problems", OF_THE_SITE.toArray(String[]::new))
                .query((row, _) ->
                        new EnrolmentTrouble(row.getString("problem"), "", Connections.moment(row, "retry_at")))
                .optional();
    }

    /** After an error that was none of the site's. */
    Instant soon() {
        return clock.instant().plus(SOON);
    }

    /** When the site may be called again, after a failure that was just noted. */
    Optional<Instant> retryAt(ConnectionId connection) {
        return jdbc.sql("select retry_at from moodle_connection where connection_id = :connection")
                .param("connection", connection.value())
                .query((row, _) -> Connections.moment(row, "retry_at"))
                .optional()
                .flatMap(moment -> moment);
    }

    /** What the latest check found that is in the way of using the function. */
    Optional<EnrolmentTrouble> missing(ConnectionId connection, String function) {
        List<Finding> findings = jdbc.sql("select code, detail from moodle_finding where connection_id = :connection")
                .param("connection", connection.value())
                .query((row, _) -> Finding.hint(row.getString("code"), row.getString("detail")))
                .list();
        return findings.stream()
                .flatMap(finding -> Enrolling.inTheWay(finding, function).stream())
                .findFirst();
    }
}
