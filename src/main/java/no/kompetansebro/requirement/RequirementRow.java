package no.kompetansebro.requirement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.learning.CriterionJson;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement.Demand;
import no.kompetansebro.requirement.Requirement.OfPeople;
import no.kompetansebro.requirement.Requirement.OfUnitMinimum;
import no.kompetansebro.requirement.Requirement.OfUnits;
import no.kompetansebro.shared.Jsonb;
import no.kompetansebro.shared.LocalizedNameJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A requirement as a row of its table. {@code minimum} is {@code {units, count}}, {@code unit_duty} is
 * {@code {units, unitKinds, criterion}}; {@code target_group} is null for everyone.
 */
final class RequirementRow {

    private RequirementRow() {}

    static Requirement read(ResultSet row) throws SQLException {
        return new Requirement(
                new RequirementCode(row.getString("code")),
                LocalizedNameJson.read(Jsonb.parse(row.getString("name"))),
                Requirement.Category.valueOf(row.getString("category")),
                Optional.ofNullable(row.getString("authority")),
                date(row, "valid_from"),
                date(row, "valid_until"),
                row.getInt("warning_days"),
                demand(row));
    }

    private static Demand demand(ResultSet row) throws SQLException {
        String unitDuty = row.getString("unit_duty");
        return unitDuty == null ? demandOnPeople(row) : ofUnits(Jsonb.parse(unitDuty), row);
    }

    private static Demand demandOnPeople(ResultSet row) throws SQLException {
        CompetenceCode competence = new CompetenceCode(row.getString("competence"));
        Optional<String> level = Optional.ofNullable(row.getString("level"));
        TargetGroup group = Optional.ofNullable(row.getString("target_group"))
                .map(text -> TargetGroupJson.read(Jsonb.parse(text)))
                .orElse(TargetGroup.EVERYONE);
        String minimum = row.getString("minimum");
        return minimum == null
                ? new OfPeople(competence, level, group, date(row, "due_date"), row.getInt("grace_days"))
                : ofMinimum(competence, level, group, Jsonb.parse(minimum));
    }

    private static Demand ofMinimum(
            CompetenceCode competence, Optional<String> level, TargetGroup group, JsonNode minimum) {
        List<UnitCode> units = list(minimum.get("units"), UnitCode::new);
        return new OfUnitMinimum(
                competence, level, group, units, minimum.get("count").intValue());
    }

    private static Demand ofUnits(JsonNode unitDuty, ResultSet row) throws SQLException {
        return new OfUnits(
                list(unitDuty.get("units"), UnitCode::new),
                list(unitDuty.get("unitKinds"), Function.identity()),
                CriterionJson.read(unitDuty.get("criterion")),
                date(row, "due_date"),
                row.getInt("grace_days"));
    }

    private static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static <T> List<T> list(JsonNode texts, Function<String, T> type) {
        return texts.values().stream()
                .map(text -> type.apply(text.stringValue()))
                .toList();
    }

    static ObjectNode write(Requirement requirement, int position) {
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("code", requirement.code().value())
                .put("category", requirement.category().name())
                .put("authority", requirement.authority().orElse(null))
                .put("valid_from", text(requirement.validFrom()))
                .put("valid_until", text(requirement.validUntil()))
                .put("warning_days", requirement.warningDays())
                .put("position", position);
        row.set("name", LocalizedNameJson.write(requirement.name()));
        write(requirement.demand(), row);
        return row;
    }

    private static void write(Demand demand, ObjectNode row) {
        switch (demand) {
            case OfPeople(var competence, var level, var group, var dueDate, int graceDays) -> {
                onPeople(row, competence, level, group);
                deadline(row, dueDate, graceDays);
            }
            case OfUnitMinimum(var competence, var level, var group, var units, int count) -> {
                onPeople(row, competence, level, group);
                deadline(row, Optional.empty(), 0);
                row.putObject("minimum").put("count", count).set("units", codes(units));
            }
            case OfUnits(var units, var unitKinds, var criterion, var dueDate, int graceDays) -> {
                deadline(row, dueDate, graceDays);
                ObjectNode duty = row.putObject("unit_duty");
                duty.set("units", codes(units));
                duty.set("unitKinds", codes(unitKinds));
                duty.set("criterion", CriterionJson.write(criterion));
            }
        }
    }

    private static void onPeople(ObjectNode row, CompetenceCode competence, Optional<String> level, TargetGroup group) {
        row.put("competence", competence.value()).put("level", level.orElse(null));
        if (!group.equals(TargetGroup.EVERYONE)) {
            row.set("target_group", TargetGroupJson.write(group));
        }
    }

    private static void deadline(ObjectNode row, Optional<LocalDate> dueDate, int graceDays) {
        row.put("due_date", text(dueDate)).put("grace_days", graceDays);
    }

    private static @Nullable String text(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse(null);
    }

    private static ArrayNode codes(Collection<?> codes) {
        ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
        codes.forEach(code -> nodes.add(code.toString()));
        return nodes;
    }
}
