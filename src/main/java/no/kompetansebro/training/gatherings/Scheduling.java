package no.kompetansebro.training.gatherings;

import java.time.Instant;
import java.util.List;
import no.kompetansebro.learning.Gathering;
import no.kompetansebro.learning.GatheringId;
import no.kompetansebro.learning.Gatherings;
import no.kompetansebro.learning.SignUp;
import no.kompetansebro.learning.SignUps;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.gatherings.Outcome.Done;
import no.kompetansebro.training.gatherings.Outcome.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** HR plans gatherings, changes and cancels them. */
@Component
@Transactional
public class Scheduling {

    private static final Logger log = LoggerFactory.getLogger(Scheduling.class);

    private final Gatherings gatherings;
    private final SignUps signUps;
    private final SigningUp signingUp;
    private final People people;

    Scheduling(Gatherings gatherings, SignUps signUps, SigningUp signingUp, People people) {
        this.gatherings = gatherings;
        this.signUps = signUps;
        this.signingUp = signingUp;
        this.people = people;
    }

    /** Refuses everybody but HR. */
    static void require(Viewer viewer) {
        if (!viewer.plans()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** Whether the viewer may change the gathering, or cancel it. */
    @Transactional(readOnly = true)
    boolean mayChange(Viewer viewer, GatheringId id) {
        return mayChange(viewer, signUps.of(id));
    }

    private boolean mayChange(Viewer viewer, List<SignUp> all) {
        List<EmployeeId> signedUp = all.stream()
                .filter(each -> each.state() != SignUp.State.WITHDRAWN)
                .map(SignUp::employee)
                .toList();
        return Arranging.changes(viewer, signedUp, people.ofViewer(viewer, signedUp));
    }

    private static Outcome notYours(Viewer viewer, GatheringId id) {
        log.warn("Refused: {} would change gathering {} of others' people", SigningUp.who(viewer), id);
        return Outcome.refused(Why.NOT_YOURS);
    }

    /** Adds the gathering. */
    public void plan(Viewer viewer, Gathering gathering, Instant now) {
        require(viewer);
        gatherings.add(gathering, viewer.employee(), now);
    }

    /**
     * Makes the gathering what is given, unless somebody changed it meanwhile, attendance is registered, or more have a seat
     * than there would be. Seats that are added go to those who wait.
     */
    Outcome change(Viewer viewer, Gathering gathering, Instant now) {
        require(viewer);
        if (gatherings.lock(gathering.id()).isEmpty()) {
            return Outcome.refused(Why.UNKNOWN);
        }
        List<SignUp> all = signUps.of(gathering.id());
        if (!mayChange(viewer, all)) {
            return notYours(viewer, gathering.id());
        }
        if (all.stream().anyMatch(each -> each.state().isSettled())) {
            return Outcome.refused(Why.SETTLED);
        }
        long seated = all.stream()
                .filter(each -> each.state() == SignUp.State.SIGNED_UP)
                .count();
        if (gathering.capacity().filter(seats -> seats < seated).isPresent()) {
            return Outcome.refused(Why.TOO_SMALL);
        }
        if (!gatherings.change(gathering, viewer.employee(), now)) {
            return Outcome.refused(Why.CHANGED);
        }
        signingUp.seatAgain(gathering, now);
        return new Done((int) seated, 0);
    }

    /** Says that the gathering is not held, and why; its sign-ups stay for those who ask. */
    Outcome cancel(Viewer viewer, GatheringId id, int version, String why, Instant now) {
        require(viewer);
        if (why.isBlank()) {
            return Outcome.refused(Why.NO_REASON);
        }
        if (gatherings.lock(id).isEmpty()) {
            return Outcome.refused(Why.UNKNOWN);
        }
        List<SignUp> all = signUps.of(id);
        if (!mayChange(viewer, all)) {
            return notYours(viewer, id);
        }
        if (all.stream().anyMatch(each -> each.state().isSettled())) {
            return Outcome.refused(Why.SETTLED);
        }
        return gatherings.cancel(id, version, why.strip(), viewer.employee(), now)
                ? new Done(0, 0)
                : Outcome.refused(Why.CHANGED);
    }
}
