package no.kompetansebro.training.items;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.kompetansebro.catalogue.CatalogueError;
import no.kompetansebro.catalogue.ItemEditing;
import no.kompetansebro.coverage.web.Words;

/**
 * What the catalogue refused, in words of the page.
 *
 * @param byField by the field of the form that it is about
 * @param others about no field of the form
 */
record ItemErrors(Map<String, String> byField, List<String> others) {

    static final ItemErrors NONE = new ItemErrors(Map.of(), List.of());

    /** What the catalogue's messages begin with or contain, and what the page says then. */
    private static final Map<String, String> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put("is missing", "missing");
        KEYS.put("must not be empty", "missing");
        KEYS.put("is no code", "code");
        KEYS.put("is used twice", "taken");
        KEYS.put("must be a number", "number");
        KEYS.put("must be 0 to", "number");
        KEYS.put("must be one of", "missing");
        KEYS.put("is given twice", "twice");
        KEYS.put("contains the programme itself", "circle");
        KEYS.put("replaces the programme itself", "versions");
        KEYS.put("needs parts", "parts");
        KEYS.put("kind PROGRAMME", "kind");
        KEYS.put("is left out", "inUse");
        KEYS.put("unknown item", "unknown");
        KEYS.put("is too large", "large");
        KEYS.put("earlier versions", "large");
        KEYS.put("longer than", "long");
        KEYS.put("control character", "characters");
    }

    static ItemErrors of(ItemEditing.Outcome.Refused refused, Words words) {
        Map<String, String> byField = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        for (CatalogueError error : refused.errors()) {
            if (error.path().isEmpty()) {
                others.add(sentence(error, words));
            } else {
                byField.putIfAbsent(field(error.path()), sentence(error, words));
            }
        }
        refused.elsewhere().stream()
                .map(error -> words.text("training.items.elsewhere", error.path(), sentence(error, words)))
                .limit(20)
                .forEach(others::add);
        return new ItemErrors(Map.copyOf(byField), List.copyOf(others));
    }

    /** {@code parts[3]} is of the field {@code parts}, {@code lms.courseIdNumber} of {@code courseIdNumber}. */
    private static String field(String path) {
        String name = path.replaceFirst("\\[.*", "");
        return name.startsWith("lms.") ? name.substring(4) : name.startsWith("name") ? "name" : name;
    }

    private static String sentence(CatalogueError error, Words words) {
        String value = error.value() == null ? "" : error.value();
        return KEYS.entrySet().stream()
                .filter(entry -> error.message().contains(entry.getKey()))
                .findFirst()
                .map(entry -> words.text("training.items.error." + entry.getValue(), value))
                .orElseGet(() -> words.text("training.items.error.other", error.message(), value));
    }

    public boolean isEmpty() {
        return byField.isEmpty() && others.isEmpty();
    }

    /** What is wrong with the field; empty when nothing is. */
    public String of(String field) {
        return byField.getOrDefault(field, "");
    }
}
