package no.kompetansebro.training.school;

import java.util.List;
import java.util.Optional;
import no.kompetansebro.coverage.web.Bar;
import no.kompetansebro.coverage.web.StatusView;
import no.kompetansebro.tables.FileLinks;
import no.kompetansebro.training.school.SchoolView.StateView;

/**
 * The leadership school as HR sees it.
 *
 * @param leftOut the leaders that are not counted
 */
record PlanningView(
        boolean exists,
        String leaders,
        Bar progress,
        List<State> states,
        List<Level> levels,
        List<Row> rows,
        String leftOut,
        FileLinks files) {

    /** So many leaders are in the state. */
    record State(StateView state, String count, String href) {}

    /** A leader level: a column of the modules, and a row of the states in the order of the page's states. */
    record Level(String code, String leaders, Bar progress, List<State> states, String href) {}

    /** A module with its cells, by level. */
    record Row(String name, String theme, List<Cell> cells) {}

    /** How a level stands in a module; a dash where it is neither required nor agreed. */
    record Cell(Bar coverage, boolean required, String agreed, String href) {}

    /** Leaders by name, a page of them. */
    record Names(String title, List<Person> people, String shown, List<Page> pages, boolean ofModule) {}

    /** A leader. */
    record Person(
            String name,
            String number,
            String post,
            String level,
            Optional<StatusView> status,
            String place,
            Bar progress,
            StateView state,
            String href) {}

    /** A page of the list. */
    record Page(int number, String href, boolean current) {}
}
