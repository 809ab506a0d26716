package no.kompetansebro.planning.web;

import java.util.LinkedHashMap;
import java.util.Map;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;

/** Where rows of figures lead: to the units below, at last to the people. */
final class GapLinks {

    private static final String PEOPLE = "/min-enhet";

    private final AsOf asOf;
    private final UnitTree units;
    private final String theme;

    /** {@code theme}: what all rows are narrowed to; "" for nothing. */
    GapLinks(AsOf asOf, UnitTree units, String theme) {
        this.asOf = asOf;
        this.units = units;
        this.theme = theme;
    }

    /** To the unit's own rows, narrowed to the requirement ("" for all). */
    String unit(String unit, String requirement) {
        return units.children(new UnitCode(unit)).isEmpty()
                ? people(unit, requirement)
                : gap(unit, requirement, "unit");
    }

    /** To the people of the unit. */
    String people(String unit, String requirement) {
        return asOf.link(PEOPLE, parameters(unit, requirement, "", ""));
    }

    /** To the rows of the unit ("" for everything). */
    String gap(String unit, String requirement, String by) {
        return asOf.link(Gap.PATH, parameters(unit, requirement, by, theme));
    }

    static Map<String, String> parameters(String unit, String requirement, String by, String theme) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("enhet", unit);
        parameters.put("krav", requirement);
        parameters.put("etter", by.equals("unit") ? "" : by);
        parameters.put("tema", theme);
        return parameters;
    }
}
