package no.kompetansebro.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A node of a YAML document. A scalar is its text: nothing becomes a number, a date or a truth value by its looks. */
sealed interface YamlNode {

    /** A scalar; {@code plain} when it was written without quotes. */
    record Text(String value, boolean plain) implements YamlNode {

        private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

        /** Whether it is YAML's way of writing nothing. */
        boolean isNothing() {
            return plain && NOTHING.contains(value);
        }
    }

    /** A sequence. */
    record Sequence(List<YamlNode> nodes) implements YamlNode {
        public Sequence {
            nodes = List.copyOf(nodes);
        }
    }

    /** A mapping, in the order of the document. */
    record Mapping(Map<String, YamlNode> fields) implements YamlNode {
        public Mapping {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }
}
