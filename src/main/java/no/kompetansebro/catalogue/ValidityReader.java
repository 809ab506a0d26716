package no.kompetansebro.catalogue;

import java.util.Optional;
import no.kompetansebro.competence.ValidityPolicy;

/** Reads a validity policy (coverage.md section 2). */
final class ValidityReader {

    private static final int MOST_MONTHS = 1200;

    private ValidityReader() {}

    static Optional<ValidityPolicy> read(Place place) {
        if (!(place.node() instanceof YamlNode.Text text)) {
            return place.fields("months", "renewalWindowDays", "endOfYear").flatMap(ValidityReader::ofFields);
        }
        if (text.value().equals("forever")) {
            return Optional.of(ValidityPolicy.FOREVER);
        }
        place.refuse("must be forever, or a mapping with months, or with endOfYear");
        return Optional.empty();
    }

    private static Optional<ValidityPolicy> ofFields(Fields fields) {
        if (fields.has("endOfYear")) {
            fields.refuse("does not go with endOfYear", "months", "renewalWindowDays");
            Optional<Integer> years = fields.at("endOfYear").flatMap(place -> place.integer(0, MOST_MONTHS));
            return fields.made(() -> new ValidityPolicy.EndOfYear(years.orElseThrow()));
        }
        return fields.required("months")
                .flatMap(place -> place.integer(1, MOST_MONTHS))
                .flatMap(months -> ofMonths(fields, months));
    }

    private static Optional<ValidityPolicy> ofMonths(Fields fields, int months) {
        Optional<Integer> window = fields.at("renewalWindowDays").flatMap(place -> place.integer(0, 28 * months));
        return fields.made(() -> window.<ValidityPolicy>map(days -> new ValidityPolicy.RenewableMonths(months, days))
                .orElseGet(() -> new ValidityPolicy.Months(months)));
    }
}
