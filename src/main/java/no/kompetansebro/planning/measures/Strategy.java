package no.kompetansebro.planning.measures;

/** By what a need is met. */
enum Strategy {
    RECRUITMENT,
    FURTHER_EDUCATION,
    CONTINUING_EDUCATION,
    INTERNAL_COURSES,
    EXTERNAL_COURSES,
    INTERNAL_ARENAS,
    NETWORKS,
    COOPERATION;

    String key() {
        return "planning.measures.strategy." + name();
    }
}
