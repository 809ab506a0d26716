package no.kompetansebro.planning.duties;

import java.util.List;
import no.kompetansebro.coverage.web.StatusView;

/** What the page of duties shows. */
record DutiesView(List<Duty> duties) {

    /** A duty. */
    record Duty(
            String code,
            String name,
            String authority,
            String percent,
            String of,
            List<Line> missing,
            List<Line> done) {

        /** Whether no unit that the viewer sees has it. */
        boolean isNobodys() {
            return missing.isEmpty() && done.isEmpty();
        }
    }

    /**
     * How a unit stands to it.
     *
     * @param when its deadline, or until when it holds
     * @param register whether the viewer may register for it
     */
    record Line(
            String unit, String name, StatusView status, String when, boolean register, List<Happening> happenings) {}

    /** What a unit did for it. */
    record Happening(String id, String date, String agenda, String attended, boolean withdraw) {}
}
