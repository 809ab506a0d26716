package no.kompetansebro.planning.duties;

import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Who registers for which unit: its leader, those above, and HR of the area. What is refused is logged with its answer. */
final class DutyRights {

    private DutyRights() {}

    static boolean mayLook(Viewer viewer) {
        return viewer.leads() || viewer.plans();
    }

    static boolean mayRegister(Viewer viewer, UnitCode unit) {
        return mayLook(viewer) && viewer.employee().isPresent() && viewer.sees(unit);
    }

    static void requireLook(Viewer viewer) {
        if (!mayLook(viewer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** The employee who registers. */
    static EmployeeId requireRegister(Viewer viewer, UnitCode unit) {
        if (!mayRegister(viewer, unit)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "unit " + unit);
        }
        return viewer.employee().orElseThrow();
    }

    static ResponseStatusException notFound(UUID id) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "no event " + id);
    }
}
