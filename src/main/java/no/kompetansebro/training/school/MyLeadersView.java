package no.kompetansebro.training.school;

import java.util.List;
import no.kompetansebro.coverage.web.Bar;
import no.kompetansebro.training.school.SchoolView.FormView;
import no.kompetansebro.training.school.SchoolView.StateView;

/** The leaders whose nearest leader the viewer is, those who wait for an answer first. */
record MyLeadersView(List<Row> leaders) {

    /** One of them. */
    record Row(String name, String post, String level, StateView state, Bar progress, String needs, String href) {}

    /**
     * The needs of one of them, to agree on.
     *
     * @param path of the one's page
     */
    record Agreement(
            String name, String post, String level, StateView state, Bar progress, String path, FormView form) {}
}
