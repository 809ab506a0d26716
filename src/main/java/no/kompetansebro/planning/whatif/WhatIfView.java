package no.kompetansebro.planning.whatif;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page of scenarios shows.
 *
 * @param kept what goes with each form
 * @param effect empty where nothing is supposed
 * @param refusal why what was asked for is not supposed; may be empty
 * @param mayPropose whether measures can be made of it
 * @param editor whether the viewer may change the catalogue
 * @param version of the catalogue, where the viewer may change the rules as supposed; empty otherwise
 */
record WhatIfView(
        String unit,
        List<Said> steps,
        Optional<Effect> effect,
        String refusal,
        Map<String, String> kept,
        List<Option> units,
        List<Option> items,
        List<Option> requirements,
        List<Option> competences,
        List<Option> rules,
        String date,
        boolean full,
        boolean mayPropose,
        boolean editor,
        String version,
        String outcome) {

    /** A step, and the way to be rid of it. */
    record Said(String text, String without) {}

    /** A choice. */
    record Option(String value, String text, boolean chosen) {}
}
