package no.kompetansebro.coverage.recalculation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is still to be calculated, in the database: queued employees, and buckets to be swept. Triggers queue employees in the
 * transaction that changes their facts. Whoever works on a bucket, in whichever instance, holds its lock until the end of
 * the transaction, and reads facts only after taking the rows; so the last one to work on an employee has seen every fact.
 */
@Repository
class Backlog {

    static final int BUCKETS = 64;

    private final JdbcClient jdbc;

    Backlog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where the employer stands.
     *
     * @param rulebook the version of the rulebook
     * @param calculatedFor the version for which everybody is, or is being, calculated; none before the first time
     * @param queued whether employees are queued
     * @param sweeping whether buckets are still to be swept
     * @param figuresOf the version of the rulebook of the summed-up figures, where there are any
     */
    record State(
            long rulebook, Optional<Long> calculatedFor, boolean queued, boolean sweeping, Optional<Long> figuresOf) {

        boolean mustSweep() {
            return calculatedFor.filter(version -> version == rulebook).isEmpty();
        }

        boolean isClean() {
            return !queued && !sweeping && !mustSweep();
        }
    }

    State state() {
        return jdbc.sql("""
                select current_rulebook() as rulebook,
                       (select rulebook from coverage_model) as calculated_for,
                       exists (select from recalculation_queue) as queued,
                       exists (select from recalculation_sweep) as sweeping,
                       (select rulebook from figure_generation) as figures_of
                """)
                .query((row, _) -> new State(
                        row.getLong("rulebook"),
                        Optional.ofNullable(row.getObject("calculated_for", Long.class)),
                        row.getBoolean("queued"),
                        row.getBoolean("sweeping"),
                        Optional.ofNullable(row.getObject("figures_of", Long.class))))
                .single();
    }

    /** Has everybody calculated by the rulebook of the version, unless they are, or are being, by that or a later one. */
    void sweepEverybody(long version) {
        int models = jdbc.sql("""
                insert into coverage_model as m (employer_id, rulebook, sweep_from)
                select current_employer(), :version, (select count(*) from employee)
                on conflict (employer_id) do update
                   set rulebook = excluded.rulebook, sweep_from = excluded.sweep_from
                 where m.rulebook < excluded.rulebook
                """).param("version", version).update();
        if (models > 0) {
            sweepAllBuckets();
        }
    }

    private void sweepAllBuckets() {
        jdbc.sql("""
                insert into recalculation_sweep (employer_id, bucket, done_to)
                select current_employer(), bucket, null from generate_series(0, :buckets - 1) bucket
                on conflict (employer_id, bucket) do update set done_to = null
                """).param("buckets", BUCKETS).update();
    }

    /** Queues the employees. */
    void queue(Collection<UUID> employees) {
        jdbc.sql("""
                insert into recalculation_queue (employer_id, bucket, employee_id)
                select current_employer(), recalculation_bucket(e), e from unnest(cast(:employees as uuid[])) e
                """).param("employees", employees.toArray(UUID[]::new)).update();
    }

    /** The place in the queue up to which everything is that is there now. */
    long end() {
        return jdbc.sql("select coalesce(max(queue_id), 0) from recalculation_queue")
                .query(Long.class)
                .single();
    }

    /** Whether figures are summed up by the rulebook of the version. */
    boolean hasFiguresOf(long version) {
        return jdbc.sql("select exists (select from figure_generation where rulebook = :version)")
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    /** The buckets with something to do, of the queue up to the place. */
    List<Integer> buckets(long upTo) {
        return jdbc.sql("""
                select bucket from recalculation_queue where queue_id <= :upTo
                 union select bucket from recalculation_sweep order by bucket
                """)
                .param("upTo", upTo)
                .query((row, _) -> row.getInt("bucket"))
                .list();
    }

    /** How many rows are queued, counted no further than the limit. */
    int queued(int limit) {
        return jdbc.sql("select count(*) from (select from recalculation_queue limit :limit) q")
                .param("limit", limit)
                .query(Integer.class)
                .single();
    }

    /** Takes the lock of the bucket, if nobody has it. */
    boolean tryLock(int bucket) {
        return jdbc.sql("select pg_try_advisory_xact_lock(" + LOCK + ")")
                .param("bucket", bucket)
                .query(Boolean.class)
                .single();
    }

    /** Waits for the lock of the bucket. Who takes several does so in ascending order. */
    void lock(int bucket) {
        jdbc.sql("select pg_advisory_xact_lock(" + LOCK + ")")
                .param("bucket", bucket)
                .query(rows -> {});
    }

    /** Waits for the locks of all buckets. */
    void lockAll() {
        IntStream.range(0, BUCKETS).forEach(this::lock);
    }

    private static final String LOCK = "hashtextextended('recalculation ' || current_employer(), :bucket)";

    /** Takes queued employees of the bucket, about so many at most. Needs the lock. */
    List<EmployeeId> take(int bucket, int limit) {
        return jdbc.sql("""
                with taken as (
                    delete from recalculation_queue q
                     using (select bucket, employee_id, queue_id from recalculation_queue
                             where bucket = :bucket order by employee_id, queue_id limit :limit) t
                     where q.bucket = t.bucket and q.employee_id = t.employee_id and q.queue_id = t.queue_id
                     returning q.employee_id)
                select distinct employee_id from taken
                """)
                .param("bucket", bucket)
                .param("limit", limit)
                .query((row, _) -> new EmployeeId(row.getObject(1, UUID.class)))
                .list();
    }

    /** The next employees of the sweep of the bucket; none when it is over, or there is none. Needs the lock. */
    List<EmployeeId> sweep(int bucket, int limit) {
        return place(bucket).map(after -> sweep(bucket, after, limit)).orElse(List.of());
    }

    /** Held to the end of the transaction: a sweep that begins anew meanwhile must not be taken for this one, and end with it. */
    private Optional<UUID> place(int bucket) {
        return jdbc.sql("""
                select coalesce(done_to, '00000000-0000-0000-0000-000000000000')
                  from recalculation_sweep where bucket = :bucket for update
                """).param("bucket", bucket).query(UUID.class).optional();
    }

    private List<EmployeeId> sweep(int bucket, UUID after, int limit) {
        List<EmployeeId> next = jdbc.sql("""
                select employee_id from employee
                 where recalculation_bucket(employee_id) = :bucket and employee_id > :after
                 order by employee_id limit :limit
                """)
                .param("bucket", bucket)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new EmployeeId(row.getObject(1, UUID.class)))
                .list();
        if (next.size() < limit) {
            jdbc.sql("delete from recalculation_sweep where bucket = :bucket")
                    .param("bucket", bucket)
                    .update();
        } else {
            jdbc.sql("update recalculation_sweep set done_to = :last where bucket = :bucket")
                    .param("bucket", bucket)
                    .param("last", next.getLast().value())
                    .update();
        }
        return next;
    }

    /** How many employees are waiting to be calculated. */
    long waiting() {
        return jdbc.sql("""
                select (select count(distinct employee_id) from recalculation_queue)
                     + (select count(*) from recalculation_sweep s
                          join employee e on e.employer_id = s.employer_id
                               and recalculation_bucket(e.employee_id) = s.bucket
                               and e.employee_id > coalesce(s.done_to, '00000000-0000-0000-0000-000000000000'))
                """).query(Long.class).single();
    }
}
