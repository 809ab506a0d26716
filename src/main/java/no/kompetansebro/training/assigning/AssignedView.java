package no.kompetansebro.training.assigning;

import java.util.List;
import java.util.Map;
import no.kompetansebro.coverage.web.GapAction;

/** One assignment, with how far those whom the viewer sees have come. */
record AssignedView(
        String id,
        int version,
        String title,
        List<AssignView.Fact> facts,
        String progress,
        String width,
        boolean closed,
        boolean withdrawn,
        boolean mayChange,
        boolean undoable,
        String outcome,
        Change change,
        List<Row> rows,
        List<Line> history,
        List<Applicant> applicants) {

    /** What can be changed, as it is or was written. {@code fixed}: a date, else days. */
    record Change(boolean fixed, String date, String days, String reason) {}

    /** Somebody whose it is. */
    record Row(String name, String due, List<AssignmentWords.Chip> chips, String seen) {}

    /** A line of the history. */
    record Line(String when, String text, String reason) {}

    /** Somebody who has applied. {@code decision} is empty until it is decided. */
    record Applicant(String id, String name, String motivation, String when, String decision) {}

    /** A row of the list of assignments. */
    record Brief(
            String href,
            String title,
            String audience,
            String due,
            String kind,
            String progress,
            String width,
            String behind,
            boolean closed,
            String by) {}

    /** The employee's own. */
    record Own(
            String id,
            String name,
            String kind,
            String from,
            String reason,
            String due,
            AssignmentWords.Chip chip,
            boolean toAcknowledge,
            boolean acknowledged,
            String door) {}

    /** What the employee may apply for. */
    record Offer(String id, String name, String reason, String due, String applied) {}

    /** <i>Min opplæring</i>. */
    record Mine(List<Own> open, List<Own> done, List<Offer> offers) {}

    /** <i>Tildelt opplæring</i> of a unit. */
    record OfUnit(List<Brief> assigned, List<Gap> gaps, String assign, String all) {}

    /** A requirement that many lack. {@code actions}: what else than assigning may be done about it. */
    record Gap(String name, String people, String href, List<GapAction.Action> actions) {}

    /** What came of the viewer's last step, by the key of the text; empty for none. */
    static String known(String outcome) {
        return Map.of(
                        "tildelt", "training.assign.done.assigned",
                        "endret", "training.assign.done.changed",
                        "trukket", "training.assign.done.withdrawn",
                        "gjenopprettet", "training.assign.done.reopened",
                        "bestemt", "training.assign.done.decided",
                        "forbi", "training.assign.done.overtaken")
                .getOrDefault(outcome, "");
    }
}
