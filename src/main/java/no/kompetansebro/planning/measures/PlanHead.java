package no.kompetansebro.planning.measures;

import java.util.List;

/**
 * The top of each page of a plan.
 *
 * @param unit the plan as addresses name it
 * @param mayChange whether the viewer may change the plan
 */
record PlanHead(String name, String level, String unit, List<Option> units, List<Tab> tabs, boolean mayChange) {

    /** A choice in a list. */
    record Option(String value, String text, boolean chosen) {}

    /** Another page of the same plan. */
    record Tab(String text, String href, boolean current) {}
}
