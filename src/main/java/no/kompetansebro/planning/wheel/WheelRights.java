package no.kompetansebro.planning.wheel;

import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Who turns the wheel: leaders the tasks of the units that they lead and all below, HR those of its area, and those of
 * everywhere who sees everything. What is refused is logged with its answer.
 */
final class WheelRights {

    private WheelRights() {}

    static boolean mayLook(Viewer viewer) {
        return viewer.leads() || viewer.plans();
    }

    static void requireLook(Viewer viewer) {
        require(mayLook(viewer));
    }

    static boolean mayDeliver(Viewer viewer, UnitCode unit) {
        return mayLook(viewer) && viewer.employee().isPresent() && viewer.sees(unit);
    }

    static EmployeeId requireDeliver(Viewer viewer, UnitCode unit) {
        require(mayDeliver(viewer, unit));
        return viewer.employee().orElseThrow();
    }

    /** Whether the viewer decides about the tasks of the area; of everywhere, where there is none. */
    static boolean mayChange(Viewer viewer, Optional<UnitCode> area, UnitTree tree) {
        boolean whole = viewer.everything() || tree.roots().stream().allMatch(root -> viewer.sees(root.code()));
        return mayLook(viewer)
                && viewer.employee().isPresent()
                && area.map(unit -> tree.unit(unit).isPresent() && viewer.sees(unit))
                        .orElse(whole);
    }

    static EmployeeId requireChange(Viewer viewer, Optional<UnitCode> area, UnitTree tree) {
        require(mayChange(viewer, area, tree));
        return viewer.employee().orElseThrow();
    }

    private static void require(boolean may) {
        if (!may) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
