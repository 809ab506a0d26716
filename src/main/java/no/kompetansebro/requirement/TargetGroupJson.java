package no.kompetansebro.requirement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.UnitCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A target group as JSON: each node an object with one field, its kind, as in interfaces.md section 2. */
public final class TargetGroupJson {

    /** How {@link TargetGroup.Everyone} is written; a requirement without a target group is the usual way. */
    private static final String EVERYONE = "everyone";

    private TargetGroupJson() {}

    /** The target group as JSON. */
    public static ObjectNode write(TargetGroup group) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (group) {
            case TargetGroup.InUnit(UnitCode unit) -> node.put("unit", unit.value());
            case TargetGroup.Position(Set<String> codes) -> node.set("position", texts(codes));
            case TargetGroup.LeaderLevel(Set<String> levels) -> node.set("leaderLevel", texts(levels));
            case TargetGroup.Role(String role) -> node.put("role", role);
            case TargetGroup.HiredFrom(LocalDate date) -> node.put("hiredFrom", date.toString());
            case TargetGroup.NewHire(int months) -> node.putObject("newHire").put("months", months);
            case TargetGroup.MinFte(var percent) -> node.put("minFte", percent);
            case TargetGroup.Employees(var numbers) ->
                node.set(
                        "employees",
                        texts(numbers.stream().map(EmployeeNumber::value).toList()));
            case TargetGroup.From(LocalDate date) -> node.put("from", date.toString());
            case TargetGroup.All(List<TargetGroup> of) -> node.set("all", children(of));
            case TargetGroup.Any(List<TargetGroup> of) -> node.set("any", children(of));
            case TargetGroup.Not(TargetGroup of) -> node.set("not", write(of));
            case TargetGroup.Everyone _ -> node.put(EVERYONE, true);
        }
        return node;
    }

    /** The target group that {@link #write} wrote. */
    public static TargetGroup read(JsonNode json) {
        var field = json.properties().iterator().next();
        JsonNode value = field.getValue();
        return switch (field.getKey()) {
            case "unit" -> new TargetGroup.InUnit(new UnitCode(value.stringValue()));
            case "position" -> new TargetGroup.Position(set(value, Function.identity()));
            case "leaderLevel" -> new TargetGroup.LeaderLevel(set(value, Function.identity()));
            case "role" -> new TargetGroup.Role(value.stringValue());
            case "hiredFrom" -> new TargetGroup.HiredFrom(LocalDate.parse(value.stringValue()));
            case "newHire" -> new TargetGroup.NewHire(value.get("months").intValue());
            case "minFte" -> new TargetGroup.MinFte(value.decimalValue());
            case "employees" -> new TargetGroup.Employees(set(value, EmployeeNumber::new));
            case "from" -> new TargetGroup.From(LocalDate.parse(value.stringValue()));
            case "all" -> new TargetGroup.All(children(value));
            case "any" -> new TargetGroup.Any(children(value));
            case "not" -> new TargetGroup.Not(read(value));
            case EVERYONE -> TargetGroup.EVERYONE;
            default -> throw new IllegalArgumentException("no target group: " + field.getKey());
        };
    }

    private static ArrayNode texts(Collection<String> texts) {
        ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
        texts.forEach(nodes::add);
        return nodes;
    }

    private static ArrayNode children(List<TargetGroup> of) {
        ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
        of.forEach(child -> nodes.add(write(child)));
        return nodes;
    }

    private static <T> Set<T> set(JsonNode json, Function<String, T> type) {
        return json.values().stream()
                .map(node -> type.apply(node.stringValue()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<TargetGroup> children(JsonNode json) {
        return json.values().stream().map(TargetGroupJson::read).toList();
    }
}
