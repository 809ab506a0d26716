package no.kompetansebro.planning.whatif;

import java.util.LinkedHashMap;
import java.util.Map;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;

/** What the page of scenarios is asked; an empty unit is everything that the viewer sees. */
record WhatIfQuestion(Viewer viewer, AsOf asOf, String unit, Scenario scenario) {

    static final String PATH = "/planlegging/hva-om";

    /** Without what is only recommended. */
    Question question() {
        Question all = Question.asOf(asOf.date()).headline();
        return unit.isEmpty() ? all : all.in(new UnitCode(unit));
    }

    /** To the same question with another scenario. */
    String link(Scenario other) {
        return asOf.link(PATH, parameters(unit, other));
    }

    Map<String, String> parameters() {
        return parameters(unit, scenario);
    }

    private static Map<String, String> parameters(String unit, Scenario scenario) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("enhet", unit);
        parameters.put("steg", scenario.text());
        return parameters;
    }
}
