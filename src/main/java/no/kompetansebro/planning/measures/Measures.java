package no.kompetansebro.planning.measures;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.planning.measures.Measure.Wish;
import no.kompetansebro.shared.TimeOrderedId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The measures of the employer in scope, with what they cost and their history. Nothing is ever deleted. */
@Repository
@Transactional
class Measures {

    private static final String SELECT = """
            select measure_id, unit_code, employee_id, common, goal, measure, target_group, extent, time_frame, responsible, cost,
                   valid_from, valid_until, goal_id, need_id, requirements, quantity, state, state_reason, evaluated_from, version
              from measure
            """;

    private final JdbcClient jdbc;
    private final MeasureCosts costs;
    private final Clock clock;

    Measures(JdbcClient jdbc, MeasureCosts costs, Clock clock) {
        this.jdbc = jdbc;
        this.costs = costs;
        this.clock = clock;
    }

    /** A line of a measure's history. */
    record Change(String act, String reason, Optional<EmployeeId> by, OffsetDateTime at) {}

    MeasureId add(Wish wish, Optional<EmployeeId> by) {
        MeasureId id = new MeasureId(TimeOrderedId.next(clock.instant()));
        MeasureRows.bind(jdbc.sql("""
                        insert into measure (employer_id, measure_id, unit_code, employee_id, common, goal, measure, target_group,
                                             extent, time_frame, responsible, cost, valid_from, valid_until, goal_id, need_id,
                                             requirements, quantity, made_by, made_at)
                        values (current_employer(), :id, :unit, :employee, :common, :goal, :measure, :targetGroup, :extent,
                                :timeFrame, :responsible, :cost, :from, :until, :goalId, :needId, :requirements, :quantity, :by,
                                :now)
                        """), wish)
                .param("id", id.value())
                .param("by", key(by), Types.OTHER)
                .param("now", now())
                .update();
        costs.put(id, wish.costs());
        note(id, 1, "MADE", "", by);
        return id;
    }

    /** Makes it what is wished, where nobody has changed it since the version. */
    boolean change(MeasureId id, int version, Wish wish, EmployeeId by) {
        int changed = MeasureRows.bind(jdbc.sql("""
                        update measure set unit_code = :unit, employee_id = :employee, common = :common, goal = :goal,
                               measure = :measure, target_group = :targetGroup, extent = :extent, time_frame = :timeFrame,
                               responsible = :responsible, cost = :cost, valid_from = :from, valid_until = :until,
                               goal_id = :goalId, need_id = :needId, requirements = :requirements, quantity = :quantity,
                               version = version + 1
                         where measure_id = :id and version = :version
                        """), wish)
                .param("id", id.value())
                .param("version", version)
                .update();
        if (changed == 1) {
            costs.put(id, wish.costs());
            note(id, version + 1, "CHANGED", "", Optional.of(by));
        }
        return changed == 1;
    }

    /** Gives it the state, where nobody has changed it since the version. */
    boolean state(MeasureId id, int version, MeasureState state, String reason, EmployeeId by) {
        int changed = jdbc.sql("""
                update measure set state = :state, state_reason = :reason, version = version + 1
                 where measure_id = :id and version = :version and state <> :state
                """)
                .param("state", state.name())
                .param("reason", reason)
                .param("id", id.value())
                .param("version", version)
                .update();
        if (changed == 1) {
            note(id, version + 1, state.name(), reason, Optional.of(by));
        }
        return changed == 1;
    }

    /** Lets participants be asked from the date on, where nobody has changed it since the version. */
    boolean evaluate(MeasureId id, int version, LocalDate from, EmployeeId by) {
        int changed = jdbc.sql("""
                update measure set evaluated_from = :from, version = version + 1
                 where measure_id = :id and version = :version and evaluated_from is null
                """)
                .param("from", from)
                .param("id", id.value())
                .param("version", version)
                .update();
        if (changed == 1) {
            note(id, version + 1, "EVALUATED", "", Optional.of(by));
        }
        return changed == 1;
    }

    /** Every measure, by when it begins. */
    @Transactional(readOnly = true)
    List<Measure> all() {
        Map<MeasureId, List<YearCost>> cost = costs.of(Optional.empty());
        return jdbc.sql(SELECT + " order by valid_from, measure_id")
                .query((row, _) -> MeasureRows.measure(row, cost))
                .list();
    }

    @Transactional(readOnly = true)
    Optional<Measure> find(MeasureId id) {
        Map<MeasureId, List<YearCost>> cost = costs.of(Optional.of(id));
        return jdbc.sql(SELECT + " where measure_id = :id")
                .param("id", id.value())
                .query((row, _) -> MeasureRows.measure(row, cost))
                .optional();
    }

    @Transactional(readOnly = true)
    List<Change> history(MeasureId id) {
        return jdbc.sql(
                        "select act, reason, done_by, done_at from measure_change where measure_id = :id order by version")
                .param("id", id.value())
                .query((row, _) -> new Change(
                        row.getString("act"),
                        row.getString("reason"),
                        MeasureRows.key(row, "done_by").map(EmployeeId::new),
                        row.getObject("done_at", OffsetDateTime.class)))
                .list();
    }

    private void note(MeasureId id, int version, String act, String reason, Optional<EmployeeId> by) {
        jdbc.sql("""
                insert into measure_change (employer_id, change_id, measure_id, version, act, reason, done_by, done_at)
                values (current_employer(), :change, :id, :version, :act, :reason, :by, :now)
                """)
                .param("change", TimeOrderedId.next(clock.instant()))
                .param("id", id.value())
                .param("version", version)
                .param("act", act)
                .param("reason", reason)
                .param("by", key(by), Types.OTHER)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable UUID key(Optional<EmployeeId> by) {
        return by.map(EmployeeId::value).orElse(null);
    }
}
