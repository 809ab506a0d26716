package no.kompetansebro.training.items;

import java.util.List;
import java.util.Map;

/**
 * What the page of one item shows.
 *
 * @param lead what it is, where it is not new
 * @param outcome a message key; empty: nothing has happened yet
 * @param overtaken whether somebody else has changed the item meanwhile
 * @param parts those of the form, with their names
 * @param choices the items that could be a part, by code
 * @param programmes the programmes that could be replaced, by code
 * @param uses where it is used; empty for a new one
 * @param newVersion where to make the next version; empty where that means nothing
 * @param focus the id of the button that was used last; empty where none
 */
record ItemView(
        String title,
        String lead,
        ItemForm form,
        ItemErrors errors,
        String outcome,
        boolean overtaken,
        boolean mayEdit,
        Map<String, String> kinds,
        Map<String, String> arenas,
        Map<String, String> themes,
        List<Part> parts,
        Map<String, String> choices,
        Map<String, String> programmes,
        Uses uses,
        String newVersion,
        String focus) {

    /** A part of the programme. */
    record Part(String code, String name) {}

    /**
     * Where an item is used, by name.
     *
     * @param results how many there are, in words
     * @param free whether nothing uses it, so that it can go
     */
    record Uses(
            List<String> programmes,
            List<String> replacing,
            List<String> rules,
            List<String> requirements,
            String results,
            boolean free) {

        static final Uses NONE = new Uses(List.of(), List.of(), List.of(), List.of(), "", false);
    }

    /**
     * What is asked before anything is kept.
     *
     * @param changes what is different
     * @param counts whether coverage can change by it
     * @param concerned the requirements that it bears on, with how many employees they bind today
     */
    record Preview(String title, ItemForm form, List<Change> changes, boolean counts, List<Concerned> concerned) {}

    /** A field that is different; empty texts are nothing. */
    record Change(String field, String before, String after) {}

    /** A requirement, and how many employees it binds today; a dash where it binds none by name. */
    record Concerned(String name, String employees) {}
}
