package no.kompetansebro.competence;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A validity policy as JSON, in the form of interfaces.md section 2: {@code "forever"}, {@code {"months": 24}} … */
public final class ValidityPolicyJson {

    private ValidityPolicyJson() {}

    /** The policy as JSON. */
    public static JsonNode write(ValidityPolicy policy) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (policy) {
            case ValidityPolicy.Forever _ -> json.stringNode("forever");
            case ValidityPolicy.Months(int months) -> json.objectNode().put("months", months);
            case ValidityPolicy.RenewableMonths(int months, int days) ->
                json.objectNode().put("months", months).put("renewalWindowDays", days);
            case ValidityPolicy.EndOfYear(int years) -> json.objectNode().put("endOfYear", years);
        };
    }

    /** The policy that {@link #write} wrote. */
    public static ValidityPolicy read(JsonNode json) {
        if (json.isString()) {
            return ValidityPolicy.FOREVER;
        }
        if (json.has("endOfYear")) {
            return new ValidityPolicy.EndOfYear(json.get("endOfYear").intValue());
        }
        int months = json.get("months").intValue();
        return json.has("renewalWindowDays")
                ? new ValidityPolicy.RenewableMonths(
                        months, json.get("renewalWindowDays").intValue())
                : new ValidityPolicy.Months(months);
    }
}
