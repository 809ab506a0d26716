package no.kompetansebro.moodle;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was handed over before, so that a full reading hands over only what is new. */
@Repository
@Transactional
class Memory {

    private final JdbcClient jdbc;

    Memory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person and a course that they completed. */
    record Pair(String person, String courseKey) {

        static Pair of(Seen seen) {
            return new Pair(seen.person(), seen.course().key());
        }
    }

    /** Those that are not known with this time; each pair once. */
    List<Seen> news(ConnectionId connection, List<Seen> seen) {
        Map<Pair, OffsetDateTime> known =
                known(connection, seen.stream().map(Pair::of).toList());
        Set<Pair> met = new HashSet<>();
        return seen.stream()
                .filter(one -> met.add(Pair.of(one)))
                .filter(one -> !Connections.utc(one.at()).isEqual(known.getOrDefault(Pair.of(one), OffsetDateTime.MIN)))
                .toList();
    }

    /** When those of the pairs that were handed over were completed. One look-up for each, also in a table that has just grown. */
    Map<Pair, OffsetDateTime> known(ConnectionId connection, Collection<Pair> pairs) {
        Map<Pair, OffsetDateTime> found = new HashMap<>();
        jdbc.sql("""
                select p.person, p.course_key, m.at
                  from unnest(cast(:people as text[]), cast(:courses as text[])) as p(person, course_key)
                 cross join lateral (select at from moodle_completion
                                      where employer_id = current_employer() and connection_id = :connection
                                        and person = p.person and course_key = p.course_key limit 1) m
                """)
                .param("connection", connection.value())
                .param("people", pairs.stream().map(Pair::person).toArray(String[]::new))
                .param("courses", pairs.stream().map(Pair::courseKey).toArray(String[]::new))
                .query(row -> {
                    found.put(
                            new Pair(row.getString("person"), row.getString("course_key")),
                            row.getObject("at", OffsetDateTime.class));
                });
        return found;
    }

    /** Keeps that they were handed over, and that the run saw them. */
    void keep(ConnectionId connection, UUID run, List<Seen> seen) {
        jdbc.sql("""
                insert into moodle_completion as m (employer_id, connection_id, person, course_key, at, run_id)
                select distinct on (n.person, n.course_key)
                       current_employer(), :connection, n.person, n.course_key, to_timestamp(n.at), :run
                  from unnest(cast(:people as text[]), cast(:courses as text[]), cast(:times as bigint[])) as n(person, course_key, at)
                on conflict (employer_id, connection_id, person, course_key) do update
                   set at = excluded.at, run_id = excluded.run_id, looked_at = null
                """)
                .param("connection", connection.value())
                .param("run", run)
                .param("people", seen.stream().map(Seen::person).toArray(String[]::new))
                .param("courses", seen.stream().map(one -> one.course().key()).toArray(String[]::new))
                .param(
                        "times",
                        seen.stream().map(one -> one.at().getEpochSecond()).toArray(Long[]::new))
                .update();
    }

    void forget(ConnectionId connection, Pair pair) {
        jdbc.sql("""
                delete from moodle_completion
                 where connection_id = :connection and person = :person and course_key = :course
                """)
                .param("connection", connection.value())
                .param("person", pair.person())
                .param("course", pair.courseKey())
                .update();
    }

    /** They were asked for by themselves. */
    void looked(ConnectionId connection, List<Pair> pairs, Instant now) {
        jdbc.sql("""
                update moodle_completion m set looked_at = :now
                  from unnest(cast(:people as text[]), cast(:courses as text[])) as p(person, course_key)
                 where m.connection_id = :connection and m.person = p.person and m.course_key = p.course_key
                """)
                .param("connection", connection.value())
                .param("now", Connections.utc(now))
                .param("people", pairs.stream().map(Pair::person).toArray(String[]::new))
                .param("courses", pairs.stream().map(Pair::courseKey).toArray(String[]::new))
                .update();
    }

    /**
     * Pairs that the run did not see, at most so many: first those that were never asked for by themselves, of these the ones
     * that were seen until lately; then those not asked for the longest.
     */
    List<Pair> unseen(ConnectionId connection, UUID run, int most) {
        return jdbc.sql("""
                select person, course_key from moodle_completion
                 where connection_id = :connection and run_id <> :run
                 order by looked_at nulls first, run_id desc, person, course_key limit :most
                """)
                .param("connection", connection.value())
                .param("run", run)
                .param("most", most)
                .query((row, _) -> new Pair(row.getString("person"), row.getString("course_key")))
                .list();
    }
}
