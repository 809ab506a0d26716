package no.kompetansebro.moodle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The courses that a Moodle has, as far as it let us see. */
@Repository("moodleCourses")
@Transactional
class Courses {

    private final JdbcClient jdbc;
    private final Clock clock;

    Courses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those with a name, by it. */
    List<Course> all(ConnectionId connection) {
        return jdbc.sql("""
                select moodle_id, generation, id_number, short_name, title, completion, criteria, visible from moodle_course
                 where connection_id = :connection order by title, moodle_id
                """)
                .param("connection", connection.value())
                .query(Courses::course)
                .list();
    }

    /** The course that has the id now. */
    Optional<Course> find(ConnectionId connection, long id) {
        return jdbc.sql("""
                select moodle_id, generation, id_number, short_name, title, completion, criteria, visible from moodle_course
                 where connection_id = :connection and moodle_id = :id
                """)
                .param("connection", connection.value())
                .param("id", id)
                .query(Courses::course)
                .optional();
    }

    Map<String, Course> byShortName(ConnectionId connection) {
        return all(connection).stream()
                .collect(Collectors.toMap(Course::shortName, Function.identity(), (older, newer) -> newer));
    }

    /**
     * Keeps what was seen now; what is empty in it leaves what was known. A course that has another short name and another
     * ID number at once is another one: course ids are used again where a site is set up anew.
     *
     * @return the course as it is known now
     */
    Course keep(ConnectionId connection, Course seen) {
        return jdbc.sql("""
                insert into moodle_course as c (employer_id, connection_id, moodle_id, id_number, short_name, title, completion,
                                                criteria, visible, seen_at)
                values (current_employer(), :connection, :id, :number, :short, :title, :completion, :criteria, :visible, :now)
                on conflict (employer_id, connection_id, moodle_id) do update
                   set generation = c.generation
                           + case when c.short_name <> excluded.short_name and c.title <> excluded.title
                                       and (c.id_number <> excluded.id_number or c.id_number = '') then 1 else 0 end,
                       id_number = case when excluded.id_number <> '' or c.short_name <> excluded.short_name
                                        then excluded.id_number else c.id_number end,
                       short_name = excluded.short_name, title = excluded.title,
                       completion = coalesce(excluded.completion, c.completion),
                       criteria = coalesce(excluded.criteria, c.criteria),
                       visible = coalesce(excluded.visible, c.visible), seen_at = excluded.seen_at
                returning moodle_id, generation, id_number, short_name, title, completion, criteria, visible
                """)
                .param("connection", connection.value())
                .param("id", seen.id())
                .param("number", seen.idNumber())
                .param("short", seen.shortName())
                .param("title", seen.title())
                .param("completion", seen.completion().orElse(null), Types.BOOLEAN)
                .param("criteria", seen.criteria().orElse(null), Types.BOOLEAN)
                .param("visible", seen.visible().orElse(null), Types.BOOLEAN)
                .param("now", Connections.utc(clock.instant()))
                .query(Courses::course)
                .single();
    }

    /** What the report says of ID numbers, which the list of courses leaves out. */
    void number(ConnectionId connection, Map<String, String> idNumbersByShortName) {
        jdbc.sql("""
                update moodle_course c set id_number = n.id_number
                  from unnest(cast(:shorts as text[]), cast(:numbers as text[])) as n(short_name, id_number)
                 where c.connection_id = :connection and c.short_name = n.short_name and c.id_number <> n.id_number
                """)
                .param("connection", connection.value())
                .param("shorts", idNumbersByShortName.keySet().toArray(String[]::new))
                .param("numbers", idNumbersByShortName.values().toArray(String[]::new))
                .update();
    }

    private static Course course(ResultSet row, int number) throws SQLException {
        return new Course(
                row.getLong("moodle_id"),
                row.getInt("generation"),
                row.getString("id_number"),
                row.getString("short_name"),
                row.getString("title"),
                yesOrNo(row, "completion"),
                yesOrNo(row, "criteria"),
                yesOrNo(row, "visible"));
    }

    private static Optional<Boolean> yesOrNo(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Boolean.class));
    }
}
