package no.kompetansebro.learning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.competence.ValidityPolicyJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A criterion as JSON: each node an object with one field, its kind, as in interfaces.md section 2. */
public final class CriterionJson {

    private CriterionJson() {}

    /** The criterion as JSON; what has its default (validity for ever) is left out. */
    public static ObjectNode write(Criterion criterion) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (criterion) {
            case Criterion.Achieved achieved -> node.set("result", achieved(achieved));
            case Criterion.All(List<Criterion> of) -> node.set("all", children(of));
            case Criterion.Any(List<Criterion> of) -> node.set("any", children(of));
            case Criterion.AtLeast(int count, List<Criterion> of) ->
                node.putObject("atLeast").put("count", count).set("of", children(of));
            case Criterion.Hours hours -> node.set("hours", hours(hours));
        }
        return node;
    }

    private static ObjectNode achieved(Criterion.Achieved achieved) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("item", achieved.item().value());
        achieved.minScore().ifPresent(score -> node.put("minScore", score));
        if (!achieved.validity().equals(ValidityPolicy.FOREVER)) {
            node.set("validity", ValidityPolicyJson.write(achieved.validity()));
        }
        return node;
    }

    private static ObjectNode hours(Criterion.Hours hours) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("atLeast", hours.atLeast());
        ArrayNode items = node.putArray("items");
        hours.items().forEach(item -> items.add(item.value()));
        hours.withinMonths().ifPresent(months -> node.put("withinMonths", months));
        return node;
    }

    private static ArrayNode children(List<Criterion> of) {
        ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
        of.forEach(child -> nodes.add(write(child)));
        return nodes;
    }

    /** The criterion that {@link #write} wrote. */
    public static Criterion read(JsonNode json) {
        var field = json.properties().iterator().next();
        JsonNode value = field.getValue();
        return switch (field.getKey()) {
            case "result" -> achieved(value);
            case "all" -> new Criterion.All(children(value));
            case "any" -> new Criterion.Any(children(value));
            case "atLeast" -> new Criterion.AtLeast(value.get("count").intValue(), children(value.get("of")));
            case "hours" -> hours(value);
            default -> throw new IllegalArgumentException("no criterion: " + field.getKey());
        };
    }

    private static Criterion achieved(JsonNode json) {
        return new Criterion.Achieved(
                new ItemCode(json.get("item").stringValue()),
                json.optional("minScore").map(JsonNode::decimalValue),
                json.optional("validity").map(ValidityPolicyJson::read).orElse(ValidityPolicy.FOREVER));
    }

    private static Criterion hours(JsonNode json) {
        BigDecimal atLeast = json.get("atLeast").decimalValue();
        List<ItemCode> items = json.get("items").values().stream()
                .map(item -> new ItemCode(item.stringValue()))
                .toList();
        Optional<Integer> withinMonths = json.optional("withinMonths").map(JsonNode::intValue);
        return new Criterion.Hours(atLeast, items, withinMonths);
    }

    private static List<Criterion> children(JsonNode json) {
        return json.values().stream().map(CriterionJson::read).toList();
    }
}
