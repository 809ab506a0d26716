package no.kompetansebro.shared;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A name as JSON: one string for every language, or an object by language, as in interfaces.md section 2. */
public final class LocalizedNameJson {

    private static final List<String> ORDER = List.of("nb", "nn", "en");

    private LocalizedNameJson() {}

    /** The name as JSON; languages in the order nb, nn, en. */
    public static JsonNode write(LocalizedName name) {
        String forAll = name.byLanguage().get(LocalizedName.EVERY_LANGUAGE);
        if (forAll != null) {
            return JsonNodeFactory.instance.stringNode(forAll);
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ORDER.stream()
                .filter(name.byLanguage()::containsKey)
                .forEach(language -> json.put(language, name.byLanguage().get(language)));
        return json;
    }

    /** The name that {@link #write} wrote. */
    public static LocalizedName read(JsonNode json) {
        if (json.isString()) {
            return LocalizedName.of(json.stringValue());
        }
        Map<String, String> byLanguage = new HashMap<>();
        json.properties()
                .forEach(
                        entry -> byLanguage.put(entry.getKey(), entry.getValue().stringValue()));
        return new LocalizedName(byLanguage);
    }
}
