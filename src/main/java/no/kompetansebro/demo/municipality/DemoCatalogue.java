package no.kompetansebro.demo.municipality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.shared.LocalizedName;

/** The catalogue that the history of learning is made from: the same YAML that is imported. */
final class DemoCatalogue {

    private final String yaml;
    private final Node root;
    private final Map<String, Node> items;
    private final Map<String, Node> competences;

    DemoCatalogue(String yaml) {
        this.yaml = yaml;
        this.root = Node.parse(yaml);
        this.items = byCode("items");
        this.competences = byCode("competences");
    }

    private Map<String, Node> byCode(String section) {
        return root.get(section).list().stream()
                .collect(Collectors.toMap(node -> node.required("code"), Function.identity()));
    }

    String yaml() {
        return yaml;
    }

    List<KnownCourse> courses() {
        return root.get("items").list().stream()
                .filter(item -> item.get("lms").has("courseIdNumber"))
                .map(item -> new KnownCourse(
                        item.required("code"),
                        item.get("lms").required("courseIdNumber"),
                        new LocalizedName(item.get("name").map())))
                .toList();
    }

    /** The requirements on people in force on the day. */
    List<Duty> duties(LocalDate day) {
        return root.get("requirements").list().stream()
                .filter(node -> node.has("competence") && !node.has("minimum"))
                .map(DemoCatalogue::duty)
                .filter(duty -> duty.validFrom().map(from -> !from.isAfter(day)).orElse(true))
                .toList();
    }

    private static Duty duty(Node node) {
        return new Duty(
                node.required("code"),
                node.required("competence"),
                node.text("level"),
                node.get("targetGroup"),
                node.number("graceDays", 0),
                node.text("validFrom").map(LocalDate::parse));
    }

    /** The criterion by which the competence is awarded; empty where only direct evidence gives it. */
    Optional<Criterion> criterion(String competence) {
        return root.get("awardRules").list().stream()
                .filter(rule -> rule.required("competence").equals(competence))
                .map(rule -> criterion(rule.get("criterion")))
                .findFirst();
    }

    private static Criterion criterion(Node node) {
        Node content = node.get(node.kind());
        return switch (node.kind()) {
            case "result" ->
                new Criterion.Achieved(
                        new ItemCode(content.required("item")),
                        content.text("minScore").map(BigDecimal::new),
                        validity(content.get("validity")));
            case "all" -> new Criterion.All(criteria(content));
            case "any" -> new Criterion.Any(criteria(content));
            case "atLeast" -> new Criterion.AtLeast(content.number("count", 1), criteria(content.get("of")));
            case "hours" ->
                new Criterion.Hours(
                        new BigDecimal(content.required("atLeast")),
                        content.get("items").list().stream()
                                .map(item -> new ItemCode(item.text()))
                                .toList(),
                        content.text("withinMonths").map(Integer::valueOf));
            default -> throw new IllegalStateException("Not a criterion: " + node);
        };
    }

    private static List<Criterion> criteria(Node list) {
        return list.list().stream().map(DemoCatalogue::criterion).toList();
    }

    private static ValidityPolicy validity(Node node) {
        if (node.has("endOfYear")) {
            return new ValidityPolicy.EndOfYear(node.number("endOfYear", 1));
        }
        if (node.has("renewalWindowDays")) {
            return new ValidityPolicy.RenewableMonths(node.number("months", 12), node.number("renewalWindowDays", 0));
        }
        return node.has("months") ? new ValidityPolicy.Months(node.number("months", 12)) : ValidityPolicy.FOREVER;
    }

    /** How long direct evidence of the competence holds. */
    ValidityPolicy validityOf(String competence) {
        return validity(competences.getOrDefault(competence, new Node(null)).get("validity"));
    }

    /** The hours that a result in the item gives. */
    BigDecimal hours(ItemCode item) {
        return items.getOrDefault(item.value(), new Node(null))
                .text("hours")
                .map(BigDecimal::new)
                .orElse(BigDecimal.ONE);
    }

    /** Where results of the item come from: the LMS, or the register of courses and practice. */
    String source(ItemCode item) {
        return items.getOrDefault(item.value(), new Node(null)).has("lms") ? "laering" : "kursregister";
    }
}
