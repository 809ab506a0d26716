package no.kompetansebro.coverage.recalculation;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how far the work for the employer in scope has come, without looking at the employees. Needs a transaction. */
@Repository
class ProgressReading {

    private final JdbcClient jdbc;

    ProgressReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Progress progress() {
        return jdbc.sql("""
                select m.rulebook is distinct from current_rulebook() as due, coalesce(m.sweep_from, 0) as people,
                       (select count(*) from recalculation_sweep) as buckets,
                       (select count(*) from recalculation_queue) as queued,
                       (select rulebook from figure_generation) is distinct from current_rulebook()
                       and exists (select from pg_locks l
                                    where l.locktype = 'advisory' and l.objsubid = 1 and l.granted
                                      and l.database = (select oid from pg_database where datname = current_database())
                                      and (l.classid::bigint << 32) | l.objid::bigint
                                          = hashtextextended('figures ' || current_employer(), 0)) as summing_up
                  from (select) one left join coverage_model m on true
                """).query((row, _) -> progress(row)).single();
    }

    /** Who is queued twice, or queued and still to be swept, is counted twice; but all together are no more than there are. */
    private static Progress progress(ResultSet row) throws SQLException {
        long people = row.getLong("people");
        long buckets = row.getLong("buckets");
        long left = Math.ceilDiv(people * buckets, (long) Backlog.BUCKETS) + row.getLong("queued");
        return new Progress(
                people == 0 ? left : Math.min(left, people),
                people == 0 ? left : people,
                row.getBoolean("due"),
                buckets > 0,
                row.getBoolean("summing_up"));
    }
}
