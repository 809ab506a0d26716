package no.kompetansebro.training.gatherings;

import java.util.Collection;
import java.util.Set;
import no.kompetansebro.learning.Gathering;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What those may do who have to do with a gathering without taking part in it. */
final class Arranging {

    private Arranging() {}

    /** Whether the viewer is the one who is responsible for it, and not only somebody whom an LMS's administrator takes for that one. */
    static boolean isResponsible(Viewer viewer, Gathering gathering) {
        return !viewer.vouched()
                && gathering.responsible().isPresent()
                && gathering.responsible().equals(viewer.employee());
    }

    /** Whether the viewer may register attendance, of whomever it may be: HR, leaders, and who is responsible. */
    static boolean registers(Viewer viewer, Gathering gathering) {
        return viewer.plans() || viewer.leads() || isResponsible(viewer, gathering);
    }

    /** Refuses all others. */
    static void requireRegistering(Viewer viewer, Gathering gathering) {
        if (!registers(viewer, gathering)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** Refuses everybody but HR and leaders. */
    static void requireSigningUpOthers(Viewer viewer) {
        if (!viewer.plans() && !viewer.leads()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** Whether the viewer may change or cancel it: HR of everything, and HR of an area where only its own people are signed up. */
    static boolean changes(Viewer viewer, Collection<EmployeeId> signedUp, Set<EmployeeId> own) {
        return viewer.plans()
                && signedUp.stream()
                        .allMatch(each -> own.contains(each)
                                || viewer.employee().filter(each::equals).isPresent());
    }

    /** As what the viewer looks at names. */
    static Looks.Capacity capacity(Viewer viewer) {
        if (viewer.leads()) {
            return Looks.Capacity.LEADER;
        }
        return viewer.plans() ? Looks.Capacity.HR : Looks.Capacity.RESPONSIBLE;
    }
}
