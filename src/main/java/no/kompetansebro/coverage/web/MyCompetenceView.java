package no.kompetansebro.coverage.web;

import java.util.List;

/**
 * What <i>Min kompetanse</i> shows.
 *
 * @param ring the covered part of the head's ring, 0 to 100
 * @param nextDeadline sentences; empty where there is none
 */
record MyCompetenceView(
        String name,
        List<String> positions,
        int covered,
        int toCover,
        String ring,
        String leftOut,
        Upcoming nextDeadline,
        Upcoming nextExpiry,
        List<Todo> todo,
        List<Group> groups) {

    /** The next of something: when, and of what. */
    record Upcoming(String date, String name) {
        static final Upcoming NONE = new Upcoming(Words.DASH, "");
    }

    /** Something to do now. */
    record Todo(
            String name,
            StatusView status,
            String when,
            List<String> steps,
            List<PairAction.Action> actions,
            String href) {}

    /** The requirements of one category. */
    record Group(String title, String note, List<Row> rows) {}

    /** One requirement. */
    record Row(String name, String authority, StatusView status, String validThrough, StripView strip, String href) {}
}
