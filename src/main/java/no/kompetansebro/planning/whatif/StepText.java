package no.kompetansebro.planning.whatif;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a step as text for an address: its kind and its fields, such as {@code learn;item=FH-01;unit=HT;on=2027-03-31}. */
record StepText(String kind, Map<String, String> fields) {

    static StepText of(Step step) {
        Map<String, String> fields = new LinkedHashMap<>();
        return switch (step) {
            case Step.Learn learn -> {
                fields.put("item", learn.item().value());
                put(fields, learn.who());
                learn.lacking().ifPresent(code -> fields.put("lacking", code.value()));
                fields.put("on", learn.on().toString());
                yield new StepText("learn", fields);
            }
            case Step.End end -> {
                put(fields, end.who());
                fields.put("on", end.on().toString());
                yield new StepText("end", fields);
            }
            case Step.Lasting(var rule, int months) -> {
                fields.put("rule", rule);
                fields.put("months", String.valueOf(months));
                yield new StepText("lasting", fields);
            }
            case Step.Terms terms -> {
                fields.put("requirement", terms.requirement().value());
                terms.from().ifPresent(date -> fields.put("from", date.toString()));
                terms.until().ifPresent(date -> fields.put("until", date.toString()));
                terms.due().ifPresent(date -> fields.put("due", date.toString()));
                terms.graceDays().ifPresent(days -> fields.put("grace", String.valueOf(days)));
                terms.also().ifPresent(who -> put(fields, who));
                yield new StepText("terms", fields);
            }
            case Step.Require require -> {
                fields.put("competence", require.competence().value());
                put(fields, require.who());
                fields.put("from", require.from().toString());
                fields.put("grace", String.valueOf(require.graceDays()));
                yield new StepText("require", fields);
            }
        };
    }

    private static void put(Map<String, String> fields, Who who) {
        who.unit().ifPresent(unit -> fields.put("unit", unit.value()));
        who.position().ifPresent(position -> fields.put("position", position));
        if (!who.people().isEmpty()) {
            fields.put(
                    "people",
                    who.people().stream().map(Object::toString).sorted().collect(Collectors.joining(",")));
        }
    }

    /** The text; each value is encoded, so that none says more than it is. */
    String text() {
        return Stream.concat(
                        Stream.of(kind),
                        fields.entrySet().stream()
                                .map(each -> each.getKey() + "="
                                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8)))
                .collect(Collectors.joining(";"));
    }
}
