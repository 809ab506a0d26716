package no.kompetansebro.coverage.web;

import no.kompetansebro.coverage.Question;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;

/** What <i>Min enhet</i> is asked: by whom, of which unit, for which date, narrowed to what. */
record UnitQuestion(Viewer viewer, UnitCode unit, AsOf asOf, MatrixFilter filter) {

    /** Everything in the unit. */
    Question everything() {
        return Question.asOf(asOf.date()).in(unit);
    }

    String link(UnitCode other) {
        return asOf.link(MyUnit.PATH, filter.parameters(other.value()));
    }
}
