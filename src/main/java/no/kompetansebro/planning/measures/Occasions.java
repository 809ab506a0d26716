package no.kompetansebro.planning.measures;

import java.sql.ResultSet;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** When measures with a quantity were held. */
@Repository
@Transactional
class Occasions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Occasions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A time that a measure was held.
     *
     * @param withdrawn why it does not count after all
     */
    record Occasion(UUID id, LocalDate heldOn, String note, Optional<String> withdrawn) {}

    @Transactional(readOnly = true)
    List<Occasion> of(MeasureId measure) {
        return jdbc.sql("""
                select occasion_id, held_on, note, withdrawn from measure_occasion
                 where measure_id = :measure order by held_on, occasion_id
                """)
                .param("measure", measure.value())
                .query((row, _) -> new Occasion(
                        row.getObject("occasion_id", UUID.class),
                        row.getObject("held_on", LocalDate.class),
                        row.getString("note"),
                        Optional.ofNullable(row.getString("withdrawn"))))
                .list();
    }

    /** How many times each measure has been held up to the date, those that have. */
    @Transactional(readOnly = true)
    Map<MeasureId, Integer> held(LocalDate date) {
        Map<MeasureId, Integer> held = new HashMap<>();
        jdbc.sql("""
                select measure_id, count(*) from measure_occasion where withdrawn is null and held_on <= :date group by measure_id
                """).param("date", date).query((ResultSet row) -> {
            held.put(new MeasureId(row.getObject(1, UUID.class)), row.getInt(2));
        });
        return held;
    }

    void add(MeasureId measure, LocalDate heldOn, String note, EmployeeId by) {
        jdbc.sql("""
                insert into measure_occasion (employer_id, occasion_id, measure_id, held_on, note, registered_by, registered_at)
                values (current_employer(), :id, :measure, :heldOn, :note, :by, :now)
                """)
                .param("id", TimeOrderedId.next(clock.instant()))
                .param("measure", measure.value())
                .param("heldOn", heldOn)
                .param("note", note)
                .param("by", by.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Lets it not count, for a reason; or count again without one. */
    boolean withdraw(MeasureId measure, UUID occasion, Optional<String> reason) {
        return jdbc.sql("""
                        update measure_occasion set withdrawn = :reason
                         where measure_id = :measure and occasion_id = :occasion
                           and (withdrawn is null) = (cast(:reason as text) is not null)
                        """)
                        .param("reason", reason.orElse(null), Types.VARCHAR)
                        .param("measure", measure.value())
                        .param("occasion", occasion)
                        .update()
                == 1;
    }
}
