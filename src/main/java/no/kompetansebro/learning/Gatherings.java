package no.kompetansebro.learning;

import java.net.URI;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The gatherings of the current employer. */
@Repository
@Transactional
public class Gatherings {

    private static final String LAST_END = """
            (select max(d.ends_at) from gathering_day d
              where d.employer_id = g.employer_id and d.gathering_id = g.gathering_id)
            """;

    private final JdbcClient jdbc;

    Gatherings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The gathering, where there is one. */
    @Transactional(readOnly = true)
    public Optional<Gathering> find(GatheringId id) {
        return jdbc.sql(GatheringRow.SELECT + "where g.gathering_id = :id")
                .param("id", id.value())
                .query(GatheringRow::gathering)
                .optional();
    }

    /** Those of the gatherings that exist, by when they begin. */
    @Transactional(readOnly = true)
    public List<Gathering> find(Collection<GatheringId> ids) {
        return jdbc.sql(GatheringRow.SELECT + "where g.gathering_id = any(:ids) order by starts, g.gathering_id")
                .param("ids", ids.stream().map(GatheringId::value).toArray(UUID[]::new))
                .query(GatheringRow::gathering)
                .list();
    }

    /**
     * The gathering, locked until the transaction that it takes part in ends: whoever changes who has a seat does it so, one
     * after another.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Gathering> lock(GatheringId id) {
        jdbc.sql("select from gathering where gathering_id = :id for update")
                .param("id", id.value())
                .query((_, _) -> id)
                .optional();
        return find(id);
    }

    /** Those that are not over, cancelled ones too, by when they begin. */
    @Transactional(readOnly = true)
    public List<Gathering> upcoming(Instant now) {
        return jdbc.sql(GatheringRow.SELECT + "where " + LAST_END + " > :now order by starts, g.gathering_id")
                .param("now", utc(now))
                .query(GatheringRow::gathering)
                .list();
    }

    /** At most so many of those that are over, the last one first. */
    @Transactional(readOnly = true)
    public List<Gathering> past(Instant now, int limit) {
        return jdbc.sql(GatheringRow.SELECT + "where " + LAST_END
                        + " <= :now order by starts desc, g.gathering_id limit :limit")
                .param("now", utc(now))
                .param("limit", limit)
                .query(GatheringRow::gathering)
                .list();
    }

    /** Adds the gathering as its version 0. */
    public void add(Gathering gathering, Optional<EmployeeId> by, Instant now) {
        jdbc.sql("""
                insert into gathering (employer_id, gathering_id, item, place, online_address, capacity, hours,
                                       sign_up_until, responsible, changed_at, changed_by)
                values (current_employer(), :id, :item, :place, :online, :capacity, :hours, :until, :responsible, :now, :by)
                """)
                .params(values(gathering))
                .param("capacity", gathering.capacity().orElse(null), Types.INTEGER)
                .param("hours", gathering.hours().orElse(null), Types.NUMERIC)
                .param("until", gathering.signUpUntil().orElse(null), Types.DATE)
                .param("now", utc(now))
                .param("by", by.map(EmployeeId::value).orElse(null), Types.OTHER)
                .update();
        addDays(gathering);
    }

    /** Makes the gathering what is given, where its version is still that of what is given; false where it is not. */
    public boolean change(Gathering gathering, Optional<EmployeeId> by, Instant now) {
        int changed = jdbc.sql("""
                update gathering
                   set item = :item, place = :place, online_address = :online, capacity = :capacity, hours = :hours,
                       sign_up_until = :until, responsible = :responsible, version = version + 1, changed_at = :now,
                       changed_by = :by
                 where gathering_id = :id and version = :version and cancelled_at is null
                """)
                .params(values(gathering))
                .param("capacity", gathering.capacity().orElse(null), Types.INTEGER)
                .param("hours", gathering.hours().orElse(null), Types.NUMERIC)
                .param("until", gathering.signUpUntil().orElse(null), Types.DATE)
                .param("version", gathering.version())
                .param("now", utc(now))
                .param("by", by.map(EmployeeId::value).orElse(null), Types.OTHER)
                .update();
        if (changed == 1) {
            jdbc.sql("delete from gathering_day where gathering_id = :id")
                    .param("id", gathering.id().value())
                    .update();
            addDays(gathering);
        }
        return changed == 1;
    }

    /** Counts the version on, where it is still the one given; false where it is not. */
    public boolean touch(GatheringId id, int version, Optional<EmployeeId> by, Instant now) {
        return jdbc.sql("""
                update gathering set version = version + 1, changed_at = :now, changed_by = :by
                 where gathering_id = :id and version = :version
                """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("now", utc(now))
                        .param("by", by.map(EmployeeId::value).orElse(null), Types.OTHER)
                        .update()
                == 1;
    }

    /** Says that the gathering is not held, where it is still of the version; false where it is not, or cancelled. */
    public boolean cancel(GatheringId id, int version, String why, Optional<EmployeeId> by, Instant now) {
        return jdbc.sql("""
                update gathering set cancelled_at = :now, cancelled_why = :why, version = version + 1, changed_at = :now,
                       changed_by = :by
                 where gathering_id = :id and version = :version and cancelled_at is null
                """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("why", why)
                        .param("now", utc(now))
                        .param("by", by.map(EmployeeId::value).orElse(null), Types.OTHER)
                        .update()
                == 1;
    }

    private void addDays(Gathering gathering) {
        gathering
                .days()
                .forEach(day -> jdbc.sql("""
                insert into gathering_day (employer_id, gathering_id, starts_at, ends_at)
                values (current_employer(), :id, :from, :until)
                """)
                        .param("id", gathering.id().value())
                        .param("from", utc(day.from()))
                        .param("until", utc(day.until()))
                        .update());
    }

    private static Map<String, @Nullable Object> values(Gathering gathering) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", gathering.id().value());
        values.put("item", gathering.item().value());
        values.put("place", gathering.place().orElse(null));
        values.put("online", gathering.online().map(URI::toString).orElse(null));
        values.put("responsible", gathering.responsible().map(EmployeeId::value).orElse(null));
        return values;
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
