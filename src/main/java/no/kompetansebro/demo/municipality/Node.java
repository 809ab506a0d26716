package no.kompetansebro.demo.municipality;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A value of a YAML document; a missing one is an empty list, and no text. */
record Node(@Nullable Object value) {

    static Node parse(String yaml) {
        Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return new Node(document);
    }

    boolean has(String key) {
        return value instanceof Map<?, ?> map && map.containsKey(key);
    }

    Node get(String key) {
        return new Node(value instanceof Map<?, ?> map ? map.get(key) : null);
    }

    /** The first key of a map that says what kind of thing it is. */
    String kind() {
        return value instanceof Map<?, ?> map
                ? String.valueOf(map.keySet().iterator().next())
                : text();
    }

    List<Node> list() {
        return value instanceof List<?> list ? list.stream().map(Node::new).toList() : List.of();
    }

    /** The keys of a map and their texts. */
    Map<String, String> map() {
        return value instanceof Map<?, ?> map
                ? map.keySet().stream()
                        .map(String::valueOf)
                        .collect(Collectors.toMap(Function.identity(), this::required))
                : Map.of();
    }

    /** The texts of a list. */
    Set<String> texts() {
        return Set.copyOf(list().stream().map(Node::text).toList());
    }

    String text() {
        return value instanceof Date date
                ? LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC).toString()
                : String.valueOf(value);
    }

    Optional<String> text(String key) {
        return has(key) ? Optional.of(get(key).text()) : Optional.empty();
    }

    String required(String key) {
        return text(key).orElseThrow(() -> new IllegalStateException("The demo data misses '" + key + "' in " + value));
    }

    int number(String key, int otherwise) {
        return text(key).map(Integer::valueOf).orElse(otherwise);
    }
}
