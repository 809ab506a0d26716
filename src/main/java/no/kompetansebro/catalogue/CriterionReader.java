package no.kompetansebro.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.ItemCode;

/** Reads a criterion: a tree of mappings with one field, the node's kind (coverage.md section 3). */
final class CriterionReader {

    private static final String[] KINDS = {"result", "all", "any", "atLeast", "hours"};
    private static final int MOST_HOURS = 1_000_000;

    private final References references;

    CriterionReader(References references) {
        this.references = references;
    }

    Optional<Criterion> read(Place place) {
        return place.fields(KINDS).flatMap(fields -> OneKind.of(fields, KINDS)).flatMap(kind -> switch (kind.name()) {
            case "result" -> kind.place().fields("item", "minScore", "validity").flatMap(this::result);
            case "all" -> children(kind.place()).map(Criterion.All::new);
            case "any" -> children(kind.place()).map(Criterion.Any::new);
            case "atLeast" -> kind.place().fields("count", "of").flatMap(this::atLeast);
            default -> kind.place().fields("atLeast", "items", "withinMonths").flatMap(this::hours);
        });
    }

    private Optional<Criterion> result(Fields fields) {
        Optional<ItemCode> item = fields.required("item").flatMap(references::item);
        Optional<BigDecimal> minScore = fields.at("minScore").flatMap(place -> place.decimal(0, 100));
        Optional<ValidityPolicy> validity = fields.at("validity").flatMap(ValidityReader::read);
        return fields.made(
                () -> new Criterion.Achieved(item.orElseThrow(), minScore, validity.orElse(ValidityPolicy.FOREVER)));
    }

    /** Every child, or nothing where one of them, or their number, is wrong. */
    private Optional<List<Criterion>> children(Place place) {
        List<Place> places = place.someOf();
        List<Criterion> children =
                places.stream().flatMap(child -> read(child).stream()).toList();
        return children.isEmpty() || children.size() < places.size() ? Optional.empty() : Optional.of(children);
    }

    private Optional<Criterion> atLeast(Fields fields) {
        int n = fields.at("of")
                .map(of -> of.node() instanceof YamlNode.Sequence s ? s.nodes().size() : 0)
                .orElse(0);
        Optional<Integer> count =
                fields.required("count").flatMap(place -> place.integer(1, n == 0 ? Integer.MAX_VALUE : n));
        Optional<List<Criterion>> of = fields.required("of").flatMap(this::children);
        return fields.made(() -> new Criterion.AtLeast(count.orElseThrow(), of.orElseThrow()));
    }

    private Optional<Criterion> hours(Fields fields) {
        Optional<BigDecimal> atLeast = fields.required("atLeast").flatMap(CriterionReader::positiveHours);
        List<ItemCode> items = fields.required("items").map(Place::someOf).orElse(List.of()).stream()
                .flatMap(place -> references.item(place).stream())
                .distinct()
                .toList();
        Optional<Integer> months = fields.at("withinMonths").flatMap(place -> place.integer(1, 1200));
        return fields.made(() -> new Criterion.Hours(atLeast.orElseThrow(), items, months));
    }

    private static Optional<BigDecimal> positiveHours(Place place) {
        Optional<BigDecimal> hours = place.decimal(0, MOST_HOURS);
        if (hours.isPresent() && hours.get().signum() == 0) {
            place.refuse("must be more than 0");
        }
        return hours;
    }
}
