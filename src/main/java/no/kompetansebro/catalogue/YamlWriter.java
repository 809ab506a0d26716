package no.kompetansebro.catalogue;

import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;

/** Writes JSON trees as YAML that every reader of YAML understands alike: a text that could be anything else is quoted. */
final class YamlWriter {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}]([\\p{L}\\p{N} ._/§–-]*[\\p{L}\\p{N}._])?");
    private static final Set<String> WORDS =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf");

    private final Resolver resolver = new Resolver();
    private final Set<String> dateFields;

    /** {@code dateFields}: the names of the fields whose text is a date, which is written without quotes. */
    YamlWriter(Set<String> dateFields) {
        this.dateFields = dateFields;
    }

    String write(JsonNode json) {
        StringWriter yaml = new StringWriter();
        new Yaml(options()).serialize(node("", json), yaml);
        return yaml.toString();
    }

    private static DumperOptions options() {
        DumperOptions options = new DumperOptions();
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        options.setWidth(120);
        options.setIndent(4);
        options.setIndicatorIndent(2);
        return options;
    }

    private Node node(String field, JsonNode json) {
        if (json.isObject()) {
            List<NodeTuple> fields = json.properties().stream()
                    .map(entry -> new NodeTuple(text("", entry.getKey()), node(entry.getKey(), entry.getValue())))
                    .toList();
            return new MappingNode(Tag.MAP, fields, FlowStyle.BLOCK);
        }
        if (json.isArray()) {
            List<Node> nodes =
                    json.values().stream().map(each -> node("", each)).toList();
            return new SequenceNode(Tag.SEQ, nodes, style(json));
        }
        return json.isNumber() ? plain(json.decimalValue().toPlainString()) : text(field, json.stringValue());
    }

    private static FlowStyle style(JsonNode array) {
        return array.values().stream().anyMatch(JsonNode::isContainer) ? FlowStyle.BLOCK : FlowStyle.FLOW;
    }

    private Node text(String field, String text) {
        return dateFields.contains(field) || isSurelyText(text)
                ? plain(text)
                : new ScalarNode(Tag.STR, text, null, null, ScalarStyle.DOUBLE_QUOTED);
    }

    private static boolean isSurelyText(String text) {
        return PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT));
    }

    /** Without quotes and without a tag: as the text's looks say. */
    private Node plain(String text) {
        return new ScalarNode(resolver.resolve(NodeId.scalar, text, true), text, null, null, ScalarStyle.PLAIN);
    }
}
