package no.kompetansebro.planning.recruitment;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.EmployerScope;
import no.kompetansebro.shared.TimeOrderedId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The needs and assumptions of the employer in scope. Who has not seen the latest version overwrites nothing. */
@Repository
@Transactional
class NeedPlans {

    private final JdbcClient jdbc;
    private final Clock clock;

    NeedPlans(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    NeedPlan of(Optional<UnitCode> unit) {
        return jdbc.sql("select plan_id, version from recruitment_plan where unit_code is not distinct from :unit")
                .param("unit", code(unit))
                .query((row, _) -> plan(row.getObject("plan_id", UUID.class), row.getInt("version")))
                .optional()
                .orElse(NeedPlan.NONE);
    }

    private NeedPlan plan(UUID id, int version) {
        SortedMap<String, SortedMap<Integer, Integer>> needs = new TreeMap<>();
        jdbc.sql("select position_code, year, need from recruitment_need where plan_id = :plan")
                .param("plan", id)
                .query(row -> {
                    needs.computeIfAbsent(row.getString("position_code"), _ -> new TreeMap<>())
                            .put(row.getInt("year"), row.getInt("need"));
                });
        Map<String, BigDecimal> turnover = new HashMap<>();
        jdbc.sql("select position_code, percent from recruitment_turnover where plan_id = :plan")
                .param("plan", id)
                .query(row -> {
                    turnover.put(row.getString("position_code"), row.getBigDecimal("percent"));
                });
        return new NeedPlan(version, needs, Map.copyOf(turnover));
    }

    /** What the units need by their own plans, by position and year. */
    @Transactional(readOnly = true)
    Map<String, Map<Integer, Integer>> needsOf(Collection<UnitCode> units) {
        Map<String, Map<Integer, Integer>> needs = new HashMap<>();
        jdbc.sql("""
                        select position_code, year, sum(need) as need
                          from recruitment_need join recruitment_plan using (plan_id)
                         where unit_code = any(:units) group by position_code, year
                        """)
                .param("units", units.stream().map(UnitCode::value).toArray(String[]::new))
                .query(row -> {
                    needs.computeIfAbsent(row.getString("position_code"), _ -> new HashMap<>())
                            .put(row.getInt("year"), row.getInt("need"));
                });
        return needs;
    }

    /** Keeps the plan in place of the version that it says; false where that is not the latest. Years outside the horizon are left as they are. */
    boolean keep(Optional<UnitCode> unit, NeedPlan plan, Horizon horizon, Viewer viewer) {
        Optional<UUID> taken = take(unit, plan.version(), viewer);
        taken.ifPresent(id -> {
            jdbc.sql("delete from recruitment_need where plan_id = :plan and year between :first and :last")
                    .param("plan", id)
                    .param("first", horizon.years().getFirst())
                    .param("last", horizon.years().getLast())
                    .update();
            jdbc.sql("delete from recruitment_turnover where plan_id = :plan")
                    .param("plan", id)
                    .update();
            plan.needs().forEach((position, years) -> years.forEach((year, need) -> addNeed(id, position, year, need)));
            plan.turnover().forEach((position, percent) -> addTurnover(id, position, percent));
        });
        return taken.isPresent();
    }

    private Optional<UUID> take(Optional<UnitCode> unit, int seen, Viewer viewer) {
        String sql = seen == 0 ? """
                  insert into recruitment_plan (employer_id, plan_id, unit_code, version, changed_by, changed_at)
                  values (:employer, :id, :unit, 1, :by, :at) on conflict do nothing returning plan_id
                  """ : """
                  update recruitment_plan set version = version + 1, changed_by = :by, changed_at = :at
                   where employer_id = :employer and unit_code is not distinct from :unit and version = :seen
                  returning plan_id
                  """;
        var statement = jdbc.sql(sql)
                .param("employer", EmployerScope.required().value())
                .param("unit", code(unit))
                .param("by", viewer.employee().map(EmployeeId::value).orElse(null))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC));
        return (seen == 0 ? statement.param("id", TimeOrderedId.next(clock.instant())) : statement.param("seen", seen))
                .query((row, _) -> row.getObject("plan_id", UUID.class))
                .optional();
    }

    private static @Nullable String code(Optional<UnitCode> unit) {
        return unit.map(UnitCode::value).orElse(null);
    }

    private void addNeed(UUID plan, String position, int year, int need) {
        jdbc.sql("""
                        insert into recruitment_need (employer_id, plan_id, position_code, year, need)
                        values (:employer, :plan, :position, :year, :need)
                        """)
                .param("employer", EmployerScope.required().value())
                .param("plan", plan)
                .param("position", position)
                .param("year", year)
                .param("need", need)
                .update();
    }

    private void addTurnover(UUID plan, String position, BigDecimal percent) {
        jdbc.sql("""
                        insert into recruitment_turnover (employer_id, plan_id, position_code, percent)
                        values (:employer, :plan, :position, :percent)
                        """)
                .param("employer", EmployerScope.required().value())
                .param("plan", plan)
                .param("position", position)
                .param("percent", percent)
                .update();
    }
}
