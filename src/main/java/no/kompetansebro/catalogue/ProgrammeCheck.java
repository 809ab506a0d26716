package no.kompetansebro.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks what programmes make of each other: nothing contains or replaces itself, and nothing becomes so large that judging it takes
 * for ever. Looks at the codes as they are written, whatever else is wrong with the items.
 */
final class ProgrammeCheck {

    /** The most that a programme may consist of, with all that its parts and earlier versions consist of. */
    static final int LARGEST = 2_000;

    static final int MOST_VERSIONS = 100;

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    ProgrammeCheck(List<Place> items) {
        items.forEach(item -> code(item.node()).ifPresent(code -> entries.putIfAbsent(code, Entry.of(item))));
    }

    /** What an item says of others, each at its place. */
    private record Entry(Place place, String kind, Map<String, Place> parts, Map<String, Place> replaces) {

        static Entry of(Place item) {
            Map<String, Place> parts = new LinkedHashMap<>();
            Map<String, Place> replaces = new LinkedHashMap<>();
            if (field(item, "parts").orElse(null) instanceof YamlNode.Sequence(List<YamlNode> nodes)) {
                for (int i = 0; i < nodes.size(); i++) {
                    keep(item, "parts[" + i + "]", nodes.get(i), parts);
                }
            }
            field(item, "replaces").ifPresent(node -> keep(item, "replaces", node, replaces));
            return new Entry(item, field(item, "kind").flatMap(Entry::text).orElse(""), parts, replaces);
        }

        private static void keep(Place item, String name, YamlNode node, Map<String, Place> places) {
            text(node)
                    .ifPresent(
                            code -> places.putIfAbsent(code, new Place(item.path() + "." + name, node, item.errors())));
        }

        private static Optional<YamlNode> field(Place item, String name) {
            return item.node() instanceof YamlNode.Mapping mapping
                    ? Optional.ofNullable(mapping.fields().get(name))
                    : Optional.empty();
        }

        private static Optional<String> text(YamlNode node) {
            return node instanceof YamlNode.Text text && !text.isNothing()
                    ? Optional.of(text.value())
                    : Optional.empty();
        }
    }

    private static Optional<String> code(YamlNode item) {
        return item instanceof YamlNode.Mapping mapping
                        && mapping.fields().get("code") instanceof YamlNode.Text text
                        && !text.isNothing()
                ? Optional.of(text.value())
                : Optional.empty();
    }

    void check() {
        Map<String, Collection<String>> parts = new HashMap<>();
        Map<String, Collection<String>> replaces = new HashMap<>();
        entries.forEach((code, entry) -> {
            parts.put(code, entry.parts().keySet());
            replaces.put(code, entry.replaces().keySet());
        });
        entries.values().forEach(this::checkReplaced);
        Circles.Found nested = Circles.in(parts);
        Circles.Found versions = Circles.in(replaces);
        refuse(nested.circles(), true, "is a part that contains the programme itself");
        refuse(versions.circles(), false, "is a version that replaces the programme itself");
        if (nested.circles().isEmpty() && versions.circles().isEmpty()) {
            checkSizes(nested.order(), versions(versions.order()));
        }
    }

    private void checkReplaced(Entry entry) {
        entry.replaces().forEach((code, place) -> {
            Entry former = entries.get(code);
            if (former != null && !former.kind().equals("PROGRAMME")) {
                place.refuse("is no item of the kind PROGRAMME");
            } else if (entry.parts().isEmpty() && entry.kind().equals("PROGRAMME")) {
                place.refuse("a programme that replaces another needs parts, or nothing says what is new in it");
            }
        });
    }

    private void refuse(Set<String> circle, boolean parts, String message) {
        entries.forEach((code, entry) -> {
            if (circle.contains(code)) {
                Map<String, Place> places = parts ? entry.parts() : entry.replaces();
                places.forEach((other, place) -> {
                    if (circle.contains(other)) {
                        place.refuse(message);
                    }
                });
            }
        });
    }

    /** How many earlier versions each has. */
    private Map<String, Integer> versions(List<String> order) {
        Map<String, Integer> versions = new HashMap<>();
        order.forEach(code -> versions.put(
                code,
                entry(code).map(Entry::replaces).stream()
                        .flatMap(replaces -> replaces.keySet().stream())
                        .mapToInt(former -> versions.getOrDefault(former, 0) + 1)
                        .sum()));
        versions.forEach((code, count) -> entry(code)
                .filter(_ -> count > MOST_VERSIONS)
                .ifPresent(entry -> entry.place().refuse("has more than " + MOST_VERSIONS + " earlier versions")));
        return versions;
    }

    private void checkSizes(List<String> order, Map<String, Integer> versions) {
        Map<String, Long> sizes = new HashMap<>();
        for (String code : order) {
            List<String> parts = new ArrayList<>();
            entry(code).ifPresent(entry -> parts.addAll(entry.parts().keySet()));
            long inside = parts.stream()
                    .mapToLong(part -> sizes.getOrDefault(part, 1L))
                    .sum();
            long size = 1 + inside * (1 + versions.getOrDefault(code, 0));
            sizes.put(code, Math.min(size, LARGEST + 1L));
            if (size > LARGEST) {
                entry(code)
                        .ifPresent(entry -> entry.place()
                                .refuse("is too large, with all that its parts and earlier versions consist of"));
            }
        }
    }

    private Optional<Entry> entry(String code) {
        return Optional.ofNullable(entries.get(code));
    }
}
