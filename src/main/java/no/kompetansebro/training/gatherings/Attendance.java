package no.kompetansebro.training.gatherings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.evidence.Ledger;
import no.kompetansebro.evidence.Result;
import no.kompetansebro.learning.Gathering;
import no.kompetansebro.learning.GatheringId;
import no.kompetansebro.learning.Gatherings;
import no.kompetansebro.learning.SignUp;
import no.kompetansebro.learning.SignUp.State;
import no.kompetansebro.learning.SignUpChange;
import no.kompetansebro.learning.SignUpChange.Cause;
import no.kompetansebro.learning.SignUps;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.gatherings.Outcome.Done;
import no.kompetansebro.training.gatherings.Outcome.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an attendance list: whoever came has the item's result on the gathering's last day. What has been registered changes
 * only with a reason, and never over what somebody else registered meanwhile (practice A43).
 */
@Component
@Transactional
class Attendance {

    /** The source of results in the ledger. */
    static final String SOURCE = "gathering";

    private static final Logger log = LoggerFactory.getLogger(Attendance.class);

    private final Gatherings gatherings;
    private final SignUps signUps;
    private final Ledger ledger;
    private final People people;
    private final EmployerCalendar calendar;

    Attendance(Gatherings gatherings, SignUps signUps, Ledger ledger, People people, EmployerCalendar calendar) {
        this.gatherings = gatherings;
        this.signUps = signUps;
        this.ledger = ledger;
        this.people = people;
        this.calendar = calendar;
    }

    /**
     * An attendance list as somebody fills it in.
     *
     * @param version the gathering's version that they looked at
     * @param listed who stood on the list; nothing is said of others
     * @param came who of them came
     * @param reason why what was registered before was wrong; blank where nothing was
     */
    record Sheet(int version, Set<EmployeeId> listed, Set<EmployeeId> came, String reason) {

        Sheet {
            listed = Set.copyOf(listed);
            came = Set.copyOf(came);
            reason = reason.strip();
        }
    }

    /** Whom the viewer may register: whoever is responsible everybody, others their own people; nobody themselves. */
    Set<EmployeeId> registrable(Viewer viewer, Gathering gathering, List<EmployeeId> participants) {
        Set<EmployeeId> found = new HashSet<>(
                Arranging.isResponsible(viewer, gathering) ? participants : people.ofViewer(viewer, participants));
        viewer.employee().ifPresent(found::remove);
        return found;
    }

    /** Registers who came and who did not. The same list twice changes nothing the second time. */
    Outcome register(Viewer viewer, GatheringId id, Sheet sheet, Instant now) {
        Optional<Gathering> found = gatherings.lock(id);
        if (found.isEmpty()) {
            return Outcome.refused(Why.UNKNOWN);
        }
        Gathering gathering = found.get();
        List<SignUp> all = signUps.of(id);
        Set<EmployeeId> allowed = registrable(
                viewer, gathering, all.stream().map(SignUp::employee).toList());
        if (!allowed.containsAll(sheet.listed()) || !sheet.listed().containsAll(sheet.came())) {
            log.warn("Refused: attendance at gathering {} of people who are not the viewer's", id);
            return Outcome.refused(Why.NOT_YOURS);
        }
        List<SignUp> changed = changed(all, sheet);
        return refusal(gathering, changed, all, sheet, now)
                .map(Outcome::refused)
                .orElseGet(() -> keep(viewer, gathering, changed, all, sheet, now));
    }

    private Optional<Why> refusal(
            Gathering gathering, List<SignUp> changed, List<SignUp> all, Sheet sheet, Instant now) {
        if (gathering.cancelled().isPresent()) {
            return Optional.of(Why.CANCELLED);
        }
        if (isTooEarly(gathering, now)) {
            return Optional.of(Why.TOO_EARLY);
        }
        if (changed.isEmpty()) {
            return Optional.of(Why.NOTHING);
        }
        if (gathering.version() != sheet.version()) {
            return Optional.of(Why.CHANGED);
        }
        boolean corrects =
                changed.stream().anyMatch(each -> former(each, all).state().isSettled());
        return corrects && sheet.reason().isEmpty() ? Optional.of(Why.NO_REASON) : Optional.empty();
    }

    /** Nobody has come to what is still to be held: results are of the last day. */
    boolean isTooEarly(Gathering gathering, Instant now) {
        return lastDay(gathering).isAfter(calendar.dateOf(now));
    }

    private static List<SignUp> changed(List<SignUp> all, Sheet sheet) {
        List<SignUp> changed = new ArrayList<>();
        for (SignUp each : all) {
            boolean came = sheet.came().contains(each.employee());
            if (!sheet.listed().contains(each.employee()) || each.state() == State.WITHDRAWN) {
                continue;
            }
            if (came && each.state() != State.ATTENDED) {
                changed.add(each.attended());
            } else if (!came && each.state() != State.ABSENT && each.state() != State.WAITING) {
                changed.add(each.as(State.ABSENT));
            }
        }
        return changed;
    }

    private Outcome keep(
            Viewer viewer, Gathering gathering, List<SignUp> changed, List<SignUp> all, Sheet sheet, Instant now) {
        gatherings.touch(gathering.id(), gathering.version(), viewer.employee(), now);
        List<Result> results = new ArrayList<>();
        for (SignUp each : changed) {
            SignUp former = former(each, all);
            if (each.state() == State.ATTENDED) {
                results.add(result(gathering, each));
            } else if (former.state() == State.ATTENDED) {
                ledger.revoke(SOURCE, externalId(former));
            }
            boolean corrects = former.state().isSettled();
            signUps.put(
                    new SignUpChange(
                            each,
                            viewer.employee(),
                            corrects ? Cause.CORRECTION : Cause.ATTENDANCE,
                            Optional.of(sheet.reason()).filter(_ -> corrects)),
                    now);
        }
        ledger.recordAll(results);
        return new Done(results.size(), changed.size() - results.size());
    }

    private static SignUp former(SignUp now, List<SignUp> all) {
        return all.stream()
                .filter(each -> each.employee().equals(now.employee()))
                .findAny()
                .orElseThrow();
    }

    private Result result(Gathering gathering, SignUp signUp) {
        return new Result(
                SOURCE,
                externalId(signUp),
                signUp.employee(),
                gathering.item(),
                lastDay(gathering),
                Optional.empty(),
                gathering.hours());
    }

    private LocalDate lastDay(Gathering gathering) {
        return gathering.lastDay(calendar.dates().zone());
    }

    /** Gathering and employee; a revocation is final, so that a later result of the same gathering has a number too. */
    private static String externalId(SignUp signUp) {
        String first = signUp.gathering() + "/" + signUp.employee();
        return signUp.results() <= 1 ? first : first + "/" + signUp.results();
    }
}
