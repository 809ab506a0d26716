package no.kompetansebro.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The codes that the document declares, whatever else is wrong with what they stand for: so that one error is told once
 * and not again by everything that refers to it.
 *
 * @param levels the levels of each scale
 * @param scales the scale of each competence, where it has one
 * @param requirementsOnPeople those that are neither minimums nor unit duties, from which nobody can be exempt
 */
record Declared(
        Map<String, List<String>> levels,
        Map<String, Optional<String>> scales,
        Set<String> items,
        Set<String> requirements,
        Set<String> requirementsOnPeople) {

    static Declared in(YamlNode root) {
        Map<String, List<String>> levels = new HashMap<>();
        section(root, "scales")
                .forEach(scale -> text(scale, "code").ifPresent(code -> levels.put(code, levels(scale))));
        Map<String, Optional<String>> scales = new HashMap<>();
        section(root, "competences")
                .forEach(competence ->
                        text(competence, "code").ifPresent(code -> scales.put(code, text(competence, "scale"))));
        List<YamlNode> requirements = section(root, "requirements");
        List<YamlNode> onPeople = requirements.stream()
                .filter(requirement -> field(requirement, "minimum").isEmpty()
                        && field(requirement, "unitDuty").isEmpty())
                .toList();
        return new Declared(levels, scales, codes(section(root, "items")), codes(requirements), codes(onPeople));
    }

    private static Set<String> codes(List<YamlNode> entries) {
        return entries.stream().flatMap(entry -> text(entry, "code").stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static List<YamlNode> section(YamlNode root, String name) {
        return nodes(field(root, name));
    }

    private static List<YamlNode> nodes(Optional<YamlNode> node) {
        return node.orElse(null) instanceof YamlNode.Sequence(List<YamlNode> nodes) ? nodes : List.of();
    }

    private static Optional<YamlNode> field(YamlNode node, String name) {
        return node instanceof YamlNode.Mapping(Map<String, YamlNode> fields)
                ? Optional.ofNullable(fields.get(name))
                : Optional.empty();
    }

    private static Optional<String> text(YamlNode node, String name) {
        return field(node, name).flatMap(Declared::text);
    }

    private static Optional<String> text(YamlNode node) {
        return node instanceof YamlNode.Text text && !text.isNothing() ? Optional.of(text.value()) : Optional.empty();
    }

    private static List<String> levels(YamlNode scale) {
        return nodes(field(scale, "levels")).stream()
                .flatMap(level -> text(level).stream())
                .toList();
    }
}
