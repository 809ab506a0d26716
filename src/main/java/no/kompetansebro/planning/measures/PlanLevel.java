package no.kompetansebro.planning.measures;

/** On which level a plan is made. */
enum PlanLevel {
    MUNICIPALITY,
    SECTION,
    UNIT,
    INDIVIDUAL;

    String key() {
        return "planning.measures.level." + name();
    }
}
