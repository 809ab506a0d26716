package no.kompetansebro.planning.wheel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.planning.wheel.Delivery.Made;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was delivered, of the employer in scope. What is withdrawn stays, but stands no more. */
@Repository
@Transactional
class Deliveries {

    private static final String SELECT = """
            select delivery_id, task_id, unit_code, year, delivered_on, note, cast(figures as text) as figures, delivered_by
              from wheel_delivery where withdrawn_at is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty where the unit has delivered the task of the year already. */
    Optional<UUID> add(Made made, LocalDate on, Optional<FrozenFigures> figures, EmployeeId by) {
        UUID id = TimeOrderedId.next(clock.instant());
        int added = jdbc.sql("""
                insert into wheel_delivery (employer_id, delivery_id, task_id, unit_code, year, delivered_on, note, figures,
                                            delivered_by, delivered_at)
                values (current_employer(), :id, :task, :unit, :year, :on, :note, cast(:figures as jsonb), :by, :now)
                on conflict (employer_id, task_id, unit_code, year) where withdrawn_at is null do nothing
                """)
                .param("id", id)
                .param("task", made.task())
                .param("unit", made.unit().value())
                .param("year", made.year())
                .param("on", on)
                .param("note", made.note())
                .param("figures", figures.map(FrozenFigures::text).orElse(null), Types.VARCHAR)
                .param("by", by.value())
                .param("now", now())
                .update();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    boolean withdraw(UUID id, String reason, EmployeeId by) {
        return jdbc.sql("""
                update wheel_delivery set withdrawn_by = :by, withdrawn_at = :now, withdrawn_reason = :reason
                 where delivery_id = :id and withdrawn_at is null
                """)
                        .param("id", id)
                        .param("by", by.value())
                        .param("now", now())
                        .param("reason", reason)
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    List<Delivery> of(int year) {
        return jdbc.sql(SELECT + " and year = :year")
                .param("year", year)
                .query((row, _) -> delivery(row))
                .list();
    }

    @Transactional(readOnly = true)
    Optional<Delivery> find(UUID id) {
        return jdbc.sql(SELECT + " and delivery_id = :id")
                .param("id", id)
                .query((row, _) -> delivery(row))
                .optional();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("delivery_id", UUID.class),
                new Made(
                        row.getObject("task_id", UUID.class),
                        new UnitCode(row.getString("unit_code")),
                        row.getInt("year"),
                        row.getString("note")),
                row.getObject("delivered_on", LocalDate.class),
                new EmployeeId(row.getObject("delivered_by", UUID.class)),
                Optional.ofNullable(row.getString("figures")).map(FrozenFigures::read));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
