package no.kompetansebro.planning.measures;

/** How far a measure has come. */
enum MeasureState {
    PLANNED,
    RUNNING,
    DONE,
    CANCELLED;

    String key() {
        return "planning.measures.state." + name();
    }

    boolean isOpen() {
        return this == PLANNED || this == RUNNING;
    }
}
