package no.kompetansebro.planning.measures;

import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The needs of the plans of the employer in scope. */
@Repository
@Transactional
class PlanNeeds {

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanNeeds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All, in the order in which they were made. */
    @Transactional(readOnly = true)
    List<PlanNeed> all() {
        return jdbc.sql("select need_id, unit_code, need, strategies, closed, version from plan_need order by need_id")
                .query((row, _) -> new PlanNeed(
                        row.getObject("need_id", UUID.class),
                        Optional.ofNullable(row.getString("unit_code")).map(UnitCode::new),
                        row.getString("need"),
                        MeasureRows.texts(row.getArray("strategies")).stream()
                                .map(Strategy::valueOf)
                                .toList(),
                        Optional.ofNullable(row.getString("closed")),
                        row.getInt("version")))
                .list();
    }

    Optional<PlanNeed> find(UUID id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    UUID add(Optional<UnitCode> unit, String need, List<Strategy> strategies) {
        UUID id = TimeOrderedId.next(clock.instant());
        jdbc.sql("""
                insert into plan_need (employer_id, need_id, unit_code, need, strategies)
                values (current_employer(), :id, :unit, :need, :strategies)
                """)
                .param("id", id)
                .param("unit", unit.map(UnitCode::value).orElse(null), Types.VARCHAR)
                .param("need", need)
                .param("strategies", names(strategies))
                .update();
        return id;
    }

    /** Makes it say this, where nobody has changed it since the version. */
    boolean change(UUID id, int version, String need, List<Strategy> strategies) {
        return jdbc.sql("""
                        update plan_need set need = :need, strategies = :strategies, version = version + 1
                         where need_id = :id and version = :version
                        """)
                        .param("need", need)
                        .param("strategies", names(strategies))
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Closes it for a reason, or opens it again without one, where nobody has changed it since the version. */
    boolean close(UUID id, int version, Optional<String> reason) {
        return jdbc.sql("""
                        update plan_need set closed = :reason, version = version + 1 where need_id = :id and version = :version
                        """)
                        .param("reason", reason.orElse(null), Types.VARCHAR)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    private static String[] names(List<Strategy> strategies) {
        return strategies.stream().map(Strategy::name).toArray(String[]::new);
    }
}
