package no.kompetansebro.training.school;

import java.util.List;
import java.util.Optional;
import no.kompetansebro.coverage.web.Bar;
import no.kompetansebro.coverage.web.PairAction;
import no.kompetansebro.coverage.web.StatusView;

/**
 * What <i>Min lederskole</i> shows.
 *
 * @param level the leader level, or that there is none
 * @param nearest who agrees on the needs
 * @param missing how many requirements are not covered
 * @param history one line for each change of leader level, the latest first
 * @param form empty on another day than today
 */
record SchoolView(
        String name,
        String level,
        String nearest,
        Bar progress,
        String missing,
        StateView state,
        List<Group> groups,
        List<String> history,
        Optional<FormView> form,
        Optional<Waiting> leaders) {

    /** How far the needs assessment has come. */
    record StateView(String code, String text) {}

    /** The modules of a theme. */
    record Group(String title, List<Module> modules) {}

    /**
     * A module.
     *
     * @param why why it is in the leader's plan, or that it is not
     * @param done when and by what, or by when; empty where there is nothing to say
     * @param href the explanation; empty where nothing is required
     */
    record Module(
            String code,
            String name,
            String why,
            boolean planned,
            Optional<StatusView> status,
            String done,
            String need,
            List<PairAction.Action> actions,
            String href) {}

    /** A form of needs to be filled in. */
    record FormView(String action, int version, boolean open, List<Question> questions) {}

    /**
     * A module to answer for.
     *
     * @param need what is chosen; empty for nothing yet
     * @param other what the other one said last
     */
    record Question(String code, String name, boolean required, String need, String note, String other) {}

    /** How many leaders the viewer is nearest leader of, and how many of them wait for an answer. */
    record Waiting(int leaders, int waiting) {}
}
