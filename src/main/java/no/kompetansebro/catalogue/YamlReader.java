package no.kompetansebro.catalogue;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;

/**
 * Reads one YAML document from a stranger, event by event, so that nothing is built before it is allowed: no tags, no
 * types by looks, no second document, no cycle, a limit on depth and on nodes (aliases count as what they stand for).
 */
final class YamlReader {

    static final int MAX_DEPTH = 100;
    static final int MAX_NODES = 500_000;

    private final Iterator<Event> events;
    private final Errors errors;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int nodes;
    private int deepest;

    /** What an anchor stands for: how many nodes, in how many levels below the first. */
    private record Anchored(YamlNode node, int size, int height) {}

    private YamlReader(Iterator<Event> events, Errors errors) {
        this.events = events;
        this.errors = errors;
    }

    /** The document's root; empty when it could not be read, which the errors then say. */
    static Optional<YamlNode> read(byte[] document, Errors errors) {
        try {
            var reader = new YamlReader(YamlText.parse(document).iterator(), errors);
            return Optional.of(reader.document());
        } catch (Unreadable | CharacterCodingException e) {
            errors.add("", null, e instanceof Unreadable u ? u.reason() : "The document is not UTF-8");
        } catch (MarkedYAMLException e) {
            errors.add("", null, "The document is not YAML: " + e.getProblem() + Unreadable.at(e.getProblemMark()));
        } catch (YAMLException e) {
            errors.add("", null, "The document is not YAML: a character in it is not allowed");
        }
        return Optional.empty();
    }

    private YamlNode document() {
        events.next(); // the start of the stream
        if (events.next() instanceof StreamEndEvent) {
            throw new Unreadable("The document is empty; {} is a catalogue with nothing in it");
        }
        YamlNode root = node(events.next(), "", 0);
        events.next(); // the end of the document
        if (!(events.next() instanceof StreamEndEvent)) {
            throw new Unreadable("There is more than one YAML document");
        }
        return root;
    }

    private YamlNode node(Event event, String path, int depth) {
        if (event instanceof AliasEvent alias) {
            return anchored(alias, depth);
        }
        count(1, depth);
        String anchor = event instanceof NodeEvent start ? start.getAnchor() : null;
        return anchor == null ? content(event, path, depth) : anchor(anchor, event, path, depth);
    }

    private YamlNode anchor(String anchor, Event event, String path, int depth) {
        anchors.remove(anchor); // known again when it has been read: so it cannot contain itself
        int nodesBefore = nodes;
        int deepestBefore = deepest;
        deepest = depth;
        YamlNode node = content(event, path, depth);
        anchors.put(anchor, new Anchored(node, nodes - nodesBefore + 1, deepest - depth));
        deepest = Math.max(deepest, deepestBefore);
        return node;
    }

    private YamlNode anchored(AliasEvent alias, int depth) {
        Anchored anchored = anchors.get(alias.getAnchor());
        if (anchored == null) {
            throw new Unreadable(
                    "The alias *" + alias.getAnchor() + " is unknown or contains itself", alias.getStartMark());
        }
        count(anchored.size(), depth + anchored.height());
        return anchored.node();
    }

    private void count(int more, int depth) {
        nodes += more;
        deepest = Math.max(deepest, depth);
        if (nodes > MAX_NODES || depth > MAX_DEPTH) {
            throw new Unreadable("The document is too " + (depth > MAX_DEPTH ? "deep" : "large"));
        }
    }

    private YamlNode content(Event event, String path, int depth) {
        return switch (event) {
            case ScalarEvent scalar -> {
                refuseTag(scalar.getTag(), scalar);
                yield scalar(scalar, path);
            }
            case CollectionStartEvent start -> {
                refuseTag(start.getTag(), start);
                yield start instanceof MappingStartEvent ? mapping(path, depth) : sequence(path, depth);
            }
            default -> throw new Unreadable("The document is not YAML", event.getStartMark());
        };
    }

    private static void refuseTag(@Nullable String tag, Event event) {
        if (tag != null) {
            throw new Unreadable("Tags have no meaning here", event.getStartMark());
        }
    }

    private YamlNode scalar(ScalarEvent scalar, String path) {
        if (!YamlText.isKeepable(scalar.getValue())) {
            errors.add(path, null, "contains a control character or half of a character");
        }
        return new YamlNode.Text(scalar.getValue(), scalar.isPlain());
    }

    private YamlNode sequence(String path, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            items.add(node(event, path + "[" + items.size() + "]", depth + 1));
        }
        return new YamlNode.Sequence(items);
    }

    private YamlNode mapping(String path, int depth) {
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            String key = key(event);
            String at = path.isEmpty() ? key : path + "." + key;
            YamlNode value = node(events.next(), at, depth + 1);
            if (fields.putIfAbsent(key, value) != null) {
                errors.add(at, null, "is given twice");
            }
        }
        return new YamlNode.Mapping(fields);
    }

    private static String key(Event event) {
        if (event instanceof ScalarEvent scalar && YamlText.isKeepable(scalar.getValue())) {
            refuseTag(scalar.getTag(), scalar);
            return scalar.getValue();
        }
        throw new Unreadable("A field's name must be text", event.getStartMark());
    }
}
