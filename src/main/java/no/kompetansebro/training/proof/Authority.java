package no.kompetansebro.training.proof;

import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.organisation.access.Viewers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who may decide about whom: a leader about the people of own units, HR about those of its area, nobody about themselves. */
@Component
class Authority {

    private final Viewers viewers;

    Authority(Viewers viewers) {
        this.viewers = viewers;
    }

    boolean decidesAbout(Viewer viewer, EmployeeId person) {
        return viewer.employee().filter(self -> !self.equals(person)).isPresent()
                && (viewer.leads() || viewer.plans())
                && viewers.sees(viewer, person);
    }

    /** Refuses, and the refusal is logged, where the viewer may not decide about the person. */
    EmployeeId requireAbout(Viewer viewer, EmployeeId person) {
        if (!decidesAbout(viewer, person)) {
            throw forbidden();
        }
        return viewer.employee().orElseThrow(Authority::forbidden);
    }

    /** Refuses who decides about nobody. */
    EmployeeId requireAny(Viewer viewer) {
        if (!viewer.leads() && !viewer.plans()) {
            throw forbidden();
        }
        return viewer.employee().orElseThrow(Authority::forbidden);
    }

    /** The person whose own page it is; refuses who is no employee. */
    static EmployeeId oneself(Viewer viewer) {
        return viewer.employee().orElseThrow(Authority::forbidden);
    }

    static ResponseStatusException forbidden() {
        return new ResponseStatusException(HttpStatus.FORBIDDEN);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
