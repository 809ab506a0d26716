package no.kompetansebro.planning.measures;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.planning.measures.Measure.Wish;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.DateInterval;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Measures as rows, in and out. */
final class MeasureRows {

    private MeasureRows() {}

    static Measure measure(ResultSet row, Map<MeasureId, List<YearCost>> costs) throws SQLException {
        MeasureId id = new MeasureId(row.getObject("measure_id", UUID.class));
        return new Measure(
                id,
                wish(row, costs.getOrDefault(id, List.of())),
                MeasureState.valueOf(row.getString("state")),
                row.getString("state_reason"),
                Optional.ofNullable(row.getObject("evaluated_from", LocalDate.class)),
                row.getInt("version"));
    }

    private static Wish wish(ResultSet row, List<YearCost> costs) throws SQLException {
        return new Wish(
                new Place(
                        Optional.ofNullable(row.getString("unit_code")).map(UnitCode::new),
                        key(row, "employee_id").map(EmployeeId::new)),
                row.getBoolean("common"),
                new Columns(
                        row.getString("goal"),
                        row.getString("measure"),
                        row.getString("target_group"),
                        row.getString("extent"),
                        row.getString("time_frame"),
                        row.getString("responsible"),
                        row.getString("cost")),
                new DateInterval(
                        row.getObject("valid_from", LocalDate.class), row.getObject("valid_until", LocalDate.class)),
                new Closes(
                        key(row, "goal_id"),
                        key(row, "need_id"),
                        texts(row.getArray("requirements")).stream()
                                .map(RequirementCode::new)
                                .toList()),
                Optional.ofNullable(row.getObject("quantity", Integer.class)),
                costs);
    }

    static StatementSpec bind(StatementSpec statement, Wish wish) {
        Columns columns = wish.columns();
        return statement
                .param("unit", wish.place().unit().map(UnitCode::value).orElse(null), Types.VARCHAR)
                .param(
                        "employee",
                        wish.place().employee().map(EmployeeId::value).orElse(null),
                        Types.OTHER)
                .param("common", wish.common())
                .param("goal", columns.goal())
                .param("measure", columns.measure())
                .param("targetGroup", columns.targetGroup())
                .param("extent", columns.extent())
                .param("timeFrame", columns.timeFrame())
                .param("responsible", columns.responsible())
                .param("cost", columns.cost())
                .param("from", wish.dates().from())
                .param("until", wish.dates().until())
                .param("goalId", wish.closes().goal().orElse(null), Types.OTHER)
                .param("needId", wish.closes().need().orElse(null), Types.OTHER)
                .param(
                        "requirements",
                        wish.closes().requirements().stream()
                                .map(RequirementCode::value)
                                .toArray(String[]::new))
                .param("quantity", wish.quantity().orElse(null), Types.INTEGER);
    }

    static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    static Optional<UUID> key(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }
}
