package no.kompetansebro.catalogue;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
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

    static final int MAX_BYTES = 10 * 1024 * 1024;
    static final int MAX_DEPTH = 100;
    static final int MAX_NODES = 500_000;

    private final Iterator<Event> events;
    private final Errors errors;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int nodes;

    /** What an anchor stands for; null while it is being read. */
    private record Anchored(YamlNode node, int size) {}

    private YamlReader(Iterator<Event> events, Errors errors) {
        this.events = events;
        this.errors = errors;
    }

    /** The document's root; empty when it could not be read, which the errors then say. */
    static Optional<YamlNode> read(byte[] document, Errors errors) {
        try {
            var reader = new YamlReader(parse(text(document)).iterator(), errors);
            return Optional.of(reader.document());
        } catch (Unreadable | CharacterCodingException e) {
            errors.add("", null, e instanceof Unreadable u ? u.reason : "The document is not UTF-8");
        } catch (MarkedYAMLException e) {
            errors.add("", null, "The document is not YAML: " + e.getProblem() + at(e.getProblemMark()));
        } catch (YAMLException e) {
            errors.add("", null, "The document is not YAML: a character in it is not allowed");
        }
        return Optional.empty();
    }

    private static String text(byte[] document) throws CharacterCodingException {
        if (document.length > MAX_BYTES) {
            throw new Unreadable("The document is larger than 10 MB");
        }
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(document))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Iterable<Event> parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_BYTES);
        return new Yaml(options).parse(new StringReader(text));
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
            return anchored(alias);
        }
        count(1, depth);
        int before = nodes;
        String anchor = event instanceof NodeEvent start ? start.getAnchor() : null;
        if (anchor != null) {
            anchors.remove(anchor);
        }
        YamlNode node = content(event, path, depth);
        if (anchor != null) {
            anchors.put(anchor, new Anchored(node, nodes - before + 1));
        }
        return node;
    }

    private YamlNode anchored(AliasEvent alias) {
        Anchored anchored = anchors.get(alias.getAnchor());
        if (anchored == null) {
            throw new Unreadable(
                    "The alias *" + alias.getAnchor() + " is unknown or contains itself" + at(alias.getStartMark()));
        }
        count(anchored.size(), 0);
        return anchored.node();
    }

    private void count(int more, int depth) {
        nodes += more;
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
            default -> throw new Unreadable("The document is not YAML" + at(event.getStartMark()));
        };
    }

    private static void refuseTag(@Nullable String tag, Event event) {
        if (tag != null) {
            throw new Unreadable("Tags have no meaning here" + at(event.getStartMark()));
        }
    }

    private YamlNode scalar(ScalarEvent scalar, String path) {
        if (!isKeepable(scalar.getValue())) {
            errors.add(path, null, "contains a control character or half of a character");
        }
        return new YamlNode.Text(scalar.getValue(), scalar.isPlain());
    }

    /** PostgreSQL keeps neither NUL nor unpaired surrogates; other control characters have no place in a name. */
    private static boolean isKeepable(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.getType(c) == Character.SURROGATE
                        || (Character.isISOControl(c) && c != '\n' && c != '\t'));
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
        if (event instanceof ScalarEvent scalar && isKeepable(scalar.getValue())) {
            refuseTag(scalar.getTag(), scalar);
            return scalar.getValue();
        }
        throw new Unreadable("A field's name must be text" + at(event.getStartMark()));
    }

    private static String at(@Nullable Mark mark) {
        return mark == null ? "" : " (line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ")";
    }

    /** The document cannot be read further. */
    private static final class Unreadable extends RuntimeException {

        private final String reason;

        Unreadable(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }
}
