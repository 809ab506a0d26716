package no.kompetansebro.planning.measures;

/** Where the pages of plans are. */
final class PlanPaths {

    static final String MEASURES = "/planlegging/tiltak";

    private PlanPaths() {}

    static String measure(MeasureId id) {
        return MEASURES + "/" + id;
    }
}
