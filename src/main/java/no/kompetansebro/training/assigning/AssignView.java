package no.kompetansebro.training.assigning;

import java.util.List;
import java.util.Map;

/**
 * The form in which something is assigned.
 *
 * @param hr whether the viewer may assign to target groups
 * @param errors what is wrong, by the keys of the texts
 */
record AssignView(
        AssignForm form,
        List<Group> items,
        List<Option> units,
        List<Option> people,
        List<Option> kinds,
        List<Option> next,
        boolean hr,
        List<String> errors) {

    /** Items of one kind. */
    record Group(String title, List<Option> options) {}

    /** A choice. */
    record Option(String value, String text, String note, boolean chosen) {}

    /** Whether a choice among several stands. */
    public boolean is(String name, String choice, boolean first) {
        return form.is(name, choice, first);
    }

    /** What was written. */
    public String value(String name) {
        return form.value(name);
    }

    /**
     * What would come of it.
     *
     * @param kept everything that was filled in
     * @param before the share of what is required of the recipients that is covered, without it; after: with it
     */
    record Review(
            List<Map.Entry<String, String>> kept,
            List<Fact> facts,
            String outcome,
            boolean nobody,
            String when,
            String before,
            String after,
            List<Effect> effects,
            List<Recipient> recipients,
            String more) {}

    /** Something said of it. */
    record Fact(String name, String text) {}

    /** What becomes of a requirement. */
    record Effect(String name, String before, String after) {}

    /** Whose it would be. */
    record Recipient(String name, String due, List<AssignmentWords.Chip> chips) {}
}
