package no.kompetansebro.planning.heat;

import java.util.LinkedHashMap;
import java.util.Map;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.planning.scope.Scope;

/** Where a heat map leads: to the units below, to the gap of one requirement, at last to the people. */
record HeatLinks(Scope scope, HeatQuestion question, Lexicon lexicon) {

    private static final String GAP = "/planlegging/gap";
    private static final String PEOPLE = "/min-enhet";

    /** More people than this are not shown as one list. */
    private static final long MOST = 500;

    /** To the row's own rows. */
    String row(String key) {
        if (question.rows() != By.UNIT) {
            return "";
        }
        return isLeaf(key)
                ? scope.asOf().link(PEOPLE, Map.of("enhet", key))
                : scope.asOf().link(HeatController.PATH, with("enhet", key, question.parameters()));
    }

    /** To the column alone. */
    String column(String key) {
        return all(key);
    }

    /** To the column in all rows. */
    String all(String column) {
        return question.columns() == By.REQUIREMENT ? scope.link(GAP, Map.of("krav", column)) : "";
    }

    /** To the people of the cell, or nearer to them. */
    String cell(String row, String name, String column, long employees) {
        if (question.columns() != By.REQUIREMENT) {
            return "";
        }
        return switch (question.rows()) {
            case UNIT ->
                isLeaf(row)
                        ? scope.asOf().link(PEOPLE, people(row, column, ""))
                        : scope.asOf().link(GAP, people(row, column, ""));
            case POSITION ->
                scope.unit().isPresent() && employees <= MOST
                        ? scope.asOf().link(PEOPLE, people(scope.code(), column, name))
                        : "";
            case LEADER_LEVEL, REQUIREMENT, COMPETENCE, CATEGORY -> "";
        };
    }

    private boolean isLeaf(String unit) {
        return lexicon.units().children(new UnitCode(unit)).isEmpty();
    }

    private static Map<String, String> people(String unit, String requirement, String position) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("enhet", unit);
        parameters.put("krav", requirement);
        parameters.put("stilling", position);
        return parameters;
    }

    private static Map<String, String> with(String name, String value, Map<String, String> others) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(name, value);
        parameters.putAll(others);
        return parameters;
    }
}
