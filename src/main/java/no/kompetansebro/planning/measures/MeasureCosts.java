package no.kompetansebro.planning.measures;

import java.sql.ResultSet;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the measures of the employer in scope cost in each year. */
@Repository
@Transactional
class MeasureCosts {

    private final JdbcClient jdbc;

    MeasureCosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By measure and in order of years; of the one measure, or of all. */
    Map<MeasureId, List<YearCost>> of(Optional<MeasureId> one) {
        Map<MeasureId, List<YearCost>> costs = new HashMap<>();
        jdbc.sql("""
                select measure_id, year, planned, actual from measure_cost
                 where cast(:id as uuid) is null or measure_id = :id order by measure_id, year
                """)
                .param("id", one.map(MeasureId::value).orElse(null), Types.OTHER)
                .query((ResultSet row) -> {
                    costs.computeIfAbsent(
                                    new MeasureId(row.getObject("measure_id", UUID.class)), _ -> new ArrayList<>())
                            .add(new YearCost(
                                    row.getInt("year"),
                                    row.getBigDecimal("planned"),
                                    Optional.ofNullable(row.getBigDecimal("actual"))));
                });
        return costs;
    }

    /** Keeps these in place of what the measure had. */
    void put(MeasureId measure, List<YearCost> costs) {
        jdbc.sql("delete from measure_cost where measure_id = :id")
                .param("id", measure.value())
                .update();
        costs.forEach(each -> jdbc.sql("""
                        insert into measure_cost (employer_id, measure_id, year, planned, actual)
                        values (current_employer(), :id, :year, :planned, :actual)
                        """)
                .param("id", measure.value())
                .param("year", each.year())
                .param("planned", each.planned())
                .param("actual", each.actual().orElse(null), Types.NUMERIC)
                .update());
    }
}
