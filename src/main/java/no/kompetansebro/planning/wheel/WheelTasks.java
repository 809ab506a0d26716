package no.kompetansebro.planning.wheel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.planning.wheel.WheelTask.Wish;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tasks of the annual wheel, of the employer in scope. They end by their last year; nothing is deleted. */
@Repository
@Transactional
class WheelTasks {

    private static final String SELECT = """
            select task_id, name, description, level, unit_code, owner, opens, due, freezes, requirement, from_year, to_year, version
              from wheel_task
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    WheelTasks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID add(Wish wish, EmployeeId by) {
        UUID id = TimeOrderedId.next(clock.instant());
        bind(jdbc.sql("""
                insert into wheel_task (employer_id, task_id, name, description, level, unit_code, owner, opens, due, freezes,
                                        requirement, from_year, to_year, changed_by, changed_at)
                values (current_employer(), :id, :name, :description, :level, :unit, :owner, :opens, :due, :freezes, :requirement,
                        :from, :to, :by, :now)
                """), id, wish, by).update();
        return id;
    }

    /** Makes it what is wished, where nobody has changed it since the version. */
    boolean change(UUID id, int version, Wish wish, EmployeeId by) {
        return bind(jdbc.sql("""
                        update wheel_task set name = :name, description = :description, level = :level, unit_code = :unit,
                               owner = :owner, opens = :opens, due = :due, freezes = :freezes, requirement = :requirement,
                               from_year = :from, to_year = :to, changed_by = :by, changed_at = :now, version = version + 1
                         where task_id = :id and version = :version
                        """), id, wish, by).param("version", version).update() == 1;
    }

    /** Every task, by when in the year it is due. */
    @Transactional(readOnly = true)
    List<WheelTask> all() {
        return jdbc.sql(SELECT + " order by due, name, task_id")
                .query((row, _) -> task(row))
                .list();
    }

    @Transactional(readOnly = true)
    Optional<WheelTask> find(UUID id) {
        return jdbc.sql(SELECT + " where task_id = :id")
                .param("id", id)
                .query((row, _) -> task(row))
                .optional();
    }

    private StatementSpec bind(StatementSpec statement, UUID id, Wish wish, EmployeeId by) {
        return statement
                .param("id", id)
                .param("name", wish.name())
                .param("description", wish.description())
                .param("level", wish.level().name())
                .param("unit", wish.area().map(UnitCode::value).orElse(null), Types.VARCHAR)
                .param("owner", wish.owner())
                .param("opens", wish.opens().toString())
                .param("due", wish.due().toString())
                .param("freezes", wish.freezes())
                .param(
                        "requirement",
                        wish.requirement().map(RequirementCode::value).orElse(null),
                        Types.VARCHAR)
                .param("from", wish.fromYear())
                .param("to", wish.toYear().orElse(null), Types.INTEGER)
                .param("by", by.value())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static WheelTask task(ResultSet row) throws SQLException {
        return new WheelTask(
                row.getObject("task_id", UUID.class),
                new Wish(
                        row.getString("name"),
                        row.getString("description"),
                        WheelLevel.valueOf(row.getString("level")),
                        Optional.ofNullable(row.getString("unit_code")).map(UnitCode::new),
                        row.getString("owner"),
                        MonthDay.parse(row.getString("opens")),
                        MonthDay.parse(row.getString("due")),
                        row.getBoolean("freezes"),
                        Optional.ofNullable(row.getString("requirement")).map(RequirementCode::new),
                        row.getInt("from_year"),
                        Optional.ofNullable(row.getObject("to_year", Integer.class))),
                row.getInt("version"));
    }
}
