package no.kompetansebro.planning.changes;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.RequirementCode;

/**
 * What the page of changes is asked; empty means all.
 *
 * @param from the other date; usually the earlier one
 * @param cause by its name; empty for no people
 */
record ChangeQuestion(Viewer viewer, AsOf asOf, LocalDate from, String unit, String requirement, String cause) {

    static final String PATH = "/planlegging/endringer";

    /** The end of the tertial (April, August, December) before the date: what one reported last. */
    static LocalDate endOfTertialBefore(LocalDate date) {
        LocalDate month = date.withDayOfMonth(1);
        do {
            month = month.minusMonths(1);
        } while (month.getMonthValue() % 4 != 0);
        return month.withDayOfMonth(month.lengthOfMonth());
    }

    LocalDate earlier() {
        return from.isBefore(asOf.date()) ? from : asOf.date();
    }

    LocalDate later() {
        return from.isBefore(asOf.date()) ? asOf.date() : from;
    }

    /** Of the later date. What is only recommended is left out, unless it is asked about by itself. */
    Question question() {
        Question all = Question.asOf(later());
        Question within = unit.isEmpty() ? all : all.in(new UnitCode(unit));
        return requirement.isEmpty() ? within.headline() : within.of(new RequirementCode(requirement));
    }

    Optional<Cause> asked() {
        return Arrays.stream(Cause.values())
                .filter(each -> each.name().equals(cause))
                .findFirst();
    }

    String link(String unit, String requirement, String cause) {
        return asOf.link(PATH, parameters(from, unit, requirement, cause));
    }

    String since(LocalDate other) {
        return asOf.link(PATH, parameters(other, unit, requirement, ""));
    }

    Map<String, String> parameters() {
        return parameters(from, unit, requirement, "");
    }

    private static Map<String, String> parameters(LocalDate from, String unit, String requirement, String cause) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("fra", from.toString());
        parameters.put("enhet", unit);
        parameters.put("krav", requirement);
        parameters.put("arsak", cause);
        return parameters;
    }
}
