package no.kompetansebro.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.engine.Employment;
import no.kompetansebro.coverage.engine.Explanation;
import no.kompetansebro.coverage.engine.Explanation.Counted;
import no.kompetansebro.coverage.engine.Explanation.Direct;
import no.kompetansebro.coverage.engine.Explanation.Due;
import no.kompetansebro.coverage.engine.Explanation.Node;
import no.kompetansebro.coverage.engine.Explanation.Part;
import no.kompetansebro.coverage.engine.Explanation.Rule;
import no.kompetansebro.coverage.engine.Explanation.Through;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.CriterionJson;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.requirement.TargetGroupJson;
import no.kompetansebro.shared.DateInterval;
import org.jspecify.annotations.Nullable;

/**
 * An explanation as JSON. Criteria and target groups are written as the catalogue has them (interfaces.md section 2), each
 * node with whether it {@code holds}, and {@code from} and {@code until} when it does.
 */
final class ExplanationTree {

    private ExplanationTree() {}

    static Map<String, @Nullable Object> of(String employeeNumber, Explanation explanation) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("employee_no", employeeNumber);
        tree.put("requirement", explanation.requirement().value());
        tree.put("as_of", explanation.asOf().toString());
        tree.put("status", explanation.standing().status().name());
        tree.put("deadline", Dates.text(explanation.standing().deadline()));
        tree.put("held_from", Dates.text(explanation.standing().heldFrom()));
        tree.put("held_until", Dates.text(explanation.standing().heldUntil()));
        tree.put("next_change", Dates.text(explanation.standing().nextChange()));
        putReasons(tree, explanation);
        return tree;
    }

    private static void putReasons(Map<String, @Nullable Object> tree, Explanation explanation) {
        tree.put("competence", explanation.competence().value());
        tree.put("level", explanation.level().orElse(null));
        tree.put("subject", interval(Optional.of(explanation.subject())));
        tree.put(
                "employments",
                explanation.employments().stream().map(ExplanationTree::through).toList());
        tree.put("due", due(explanation.due()));
        tree.put("exemption", explanation.exemption().isPresent() ? interval(explanation.exemption()) : null);
        tree.put(
                "rules", explanation.rules().stream().map(ExplanationTree::rule).toList());
        tree.put(
                "evidence",
                explanation.evidence().stream().map(ExplanationTree::direct).toList());
        tree.put(
                "next_steps",
                explanation.nextSteps().stream().map(ItemCode::value).toList());
    }

    private static Map<String, @Nullable Object> through(Through through) {
        Employment employment = through.employment();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("employment_no", employment.number());
        tree.put("unit", employment.unit().value());
        tree.put("position", employment.position());
        tree.put("leader_level", employment.leaderLevel().orElse(null));
        tree.put("fte", employment.fte());
        tree.putAll(interval(Optional.of(through.dates())));
        tree.put("target_group", part(through.targetGroup()));
        return tree;
    }

    private static Map<String, @Nullable Object> part(Part part) {
        List<Map<String, @Nullable Object>> parts =
                part.parts().stream().map(ExplanationTree::part).toList();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        switch (part.group()) {
            case TargetGroup.All _ -> tree.put("all", parts);
            case TargetGroup.Any _ -> tree.put("any", parts);
            case TargetGroup.Not _ -> tree.put("not", parts.isEmpty() ? null : parts.getFirst());
            case TargetGroup leaf -> TargetGroupJson.write(leaf).forEachEntry(tree::put);
        }
        putHolding(tree, part.holds(), part.dates());
        return tree;
    }

    private static Map<String, @Nullable Object> due(Due due) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        switch (due) {
            case Due.Fixed _ -> tree.put("kind", "FIXED");
            case Due.Grace grace -> {
                tree.put("kind", "GRACE");
                tree.put("start", Dates.text(grace.start()));
                tree.put("days", grace.days());
            }
        }
        tree.put("deadline", Dates.text(due.deadline()));
        return tree;
    }

    private static Map<String, @Nullable Object> rule(Rule rule) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("code", rule.code());
        tree.put("level", rule.level().orElse(null));
        tree.put("criterion", node(rule.criterion()));
        return tree;
    }

    private static Map<String, @Nullable Object> node(Node node) {
        List<Map<String, @Nullable Object>> nodes =
                node.nodes().stream().map(ExplanationTree::node).toList();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        switch (node.criterion()) {
            case Criterion.All _ -> tree.put("all", nodes);
            case Criterion.Any _ -> tree.put("any", nodes);
            case Criterion.AtLeast some -> tree.put("atLeast", Map.of("count", some.count(), "of", nodes));
            case Criterion.Achieved _, Criterion.Hours _ -> putLeaf(tree, node);
        }
        putHolding(tree, node.holds(), node.dates());
        return tree;
    }

    private static void putLeaf(Map<String, @Nullable Object> tree, Node node) {
        CriterionJson.write(node.criterion()).forEachEntry(tree::put);
        node.hours().ifPresent(hours -> tree.put("hours_now", hours));
        tree.put(
                "results", node.results().stream().map(ExplanationTree::counted).toList());
    }

    private static Map<String, @Nullable Object> counted(Counted counted) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("item", counted.result().item().value());
        tree.put("achieved_on", counted.result().achievedOn().toString());
        tree.put("score", counted.result().score().orElse(null));
        tree.put("hours", counted.result().hours().orElse(null));
        tree.put("counts", counted.dates().isPresent());
        tree.putAll(interval(counted.dates()));
        return tree;
    }

    private static Map<String, @Nullable Object> direct(Direct direct) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("kind", direct.evidence().kind().name());
        tree.put("level", direct.evidence().level().orElse(null));
        tree.put("achieved_on", direct.evidence().achievedOn().toString());
        tree.put("counts", direct.dates().isPresent());
        tree.putAll(interval(direct.dates()));
        return tree;
    }

    private static void putHolding(Map<String, @Nullable Object> tree, boolean holds, Optional<DateInterval> dates) {
        tree.put("holds", holds);
        tree.putAll(interval(dates));
    }

    private static Map<String, @Nullable Object> interval(Optional<DateInterval> dates) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("from", Dates.text(dates.map(DateInterval::from)));
        tree.put("until", Dates.text(dates.map(DateInterval::until)));
        return tree;
    }
}
