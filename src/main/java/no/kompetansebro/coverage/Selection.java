package no.kompetansebro.coverage;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.UnitCode;

/**
 * Which employees a question needs, at least: a condition on the row {@code e} of {@code employee}. It saves work; it
 * decides nothing about who may be seen.
 *
 * @param small so few that computing them is quicker than remembering everybody
 */
record Selection(String condition, Map<String, Object> parameters, boolean small) {

    static final Selection EVERYBODY = new Selection("true", Map.of(), false);

    static final Selection NOBODY = new Selection("false", Map.of(), true);

    static Selection of(EmployeeId employee) {
        return new Selection("e.employee_id = :employee", Map.of("employee", employee.value()), true);
    }

    /** These employees, as far as they exist. */
    static Selection of(Collection<EmployeeId> employees) {
        UUID[] keys = employees.stream().map(EmployeeId::value).toArray(UUID[]::new);
        return new Selection("e.employee_id = any(:employees)", Map.of("employees", keys), true);
    }

    /** Whoever has, had or will have an employment in one of the units. */
    static Selection in(Collection<UnitCode> units) {
        return in(units, "units");
    }

    /** The same, so that it can be joined with another. */
    static Selection alsoIn(Collection<UnitCode> units) {
        return in(units, "otherUnits");
    }

    /** Those of the employees with these numbers who exist. */
    static Selection numbered(Collection<EmployeeNumber> numbers) {
        String[] texts = numbers.stream().map(EmployeeNumber::value).toArray(String[]::new);
        return new Selection("e.employee_no = any(:numbers)", Map.of("numbers", texts), false);
    }

    private static Selection in(Collection<UnitCode> units, String name) {
        String[] codes = units.stream().map(UnitCode::value).toArray(String[]::new);
        return new Selection("""
                exists (select from employment m
                         where m.employer_id = e.employer_id and m.employee_id = e.employee_id
                           and m.unit_code = any(:%s))""".formatted(name), Map.of(name, codes), false);
    }

    /** Whoever has a result in one of the items, or evidence of one of the competences: who may hold what these give. */
    static Selection mayHold(Collection<ItemCode> items, Collection<CompetenceCode> competences) {
        return new Selection(
                """
                (e.employee_id in (select r.employee_id from result r where r.item = any(:items))
                 or e.employee_id in (select v.employee_id from evidence v where v.competence = any(:competences)))""",
                Map.of(
                        "items",
                        items.stream().map(ItemCode::value).toArray(String[]::new),
                        "competences",
                        competences.stream().map(CompetenceCode::value).toArray(String[]::new)),
                false);
    }

    /** Those of both. */
    Selection and(Selection other) {
        return joined(" and ", other, small || other.small);
    }

    /** Those of this or the other. */
    Selection or(Selection other) {
        return joined(" or ", other, small && other.small);
    }

    /** Those of this from the number on, in the order of the numbers' code points. */
    Selection from(EmployeeNumber number) {
        return joined(
                " and ",
                new Selection("e.employee_no collate \"C\" >= :number", Map.of("number", number.value()), false),
                small);
    }

    private Selection joined(String by, Selection other, boolean small) {
        Map<String, Object> both = new LinkedHashMap<>(parameters);
        both.putAll(other.parameters);
        return new Selection("(" + condition + by + other.condition + ")", both, small);
    }
}
