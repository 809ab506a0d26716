package no.kompetansebro.planning.measures;

import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Lets pages do what the viewer may, and answers as a page does where it is not so. */
@Component
class PlanDoors {

    private final PlanRights rights;

    PlanDoors(PlanRights rights) {
        this.rights = rights;
    }

    /** Refuses who may not change the plan; that it was tried is kept. */
    void requireChange(Viewer viewer, Place place, String act) {
        if (!rights.mayChange(viewer, place)) {
            rights.refused(viewer, act, place.unit().map(UnitCode::value).orElse(""));
            throw forbidden();
        }
    }

    /** Refuses who does not decide about the employee; that it was tried is kept. */
    void requireAbout(Viewer viewer, EmployeeId employee, String act) {
        if (!rights.mayDecideAbout(viewer, employee)) {
            rights.refused(viewer, act, employee.toString());
            throw forbidden();
        }
    }

    /** The measure, where there is one that the viewer may change. */
    Measure toChange(Viewer viewer, Optional<Measure> measure, String act) {
        Measure found = measure.orElseThrow(PlanDoors::notFound);
        requireChange(viewer, found.place(), act);
        return found;
    }

    /** The measure, where there is one that the viewer may read. */
    Measure toRead(Viewer viewer, Optional<Measure> measure) {
        return measure.filter(each -> rights.mayRead(viewer, each.place())).orElseThrow(PlanDoors::notFound);
    }

    /** The key of what was done. */
    UUID done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(UUID id) -> id;
            case Outcome.Refused _ -> throw forbidden();
            case Outcome.Unknown _ -> throw notFound();
            case Outcome.Overtaken _ -> throw new ResponseStatusException(HttpStatus.CONFLICT);
        };
    }

    static ResponseStatusException forbidden() {
        return new ResponseStatusException(HttpStatus.FORBIDDEN);
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
