package no.kompetansebro.training.gatherings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.learning.Gathering;
import no.kompetansebro.learning.GatheringId;
import no.kompetansebro.learning.Gatherings;
import no.kompetansebro.learning.SignUp;
import no.kompetansebro.learning.SignUp.Priority;
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
 * Signs people up to a gathering and off again. Whoever does so holds the gathering's lock, so that there are never more
 * seats taken than there are, and each seat that becomes free goes to one.
 */
@Component
@Transactional
public class SigningUp {

    private static final Logger log = LoggerFactory.getLogger(SigningUp.class);

    private final Gatherings gatherings;
    private final SignUps signUps;
    private final Necessity necessity;
    private final People people;
    private final EmployerCalendar calendar;

    SigningUp(Gatherings gatherings, SignUps signUps, Necessity necessity, People people, EmployerCalendar calendar) {
        this.gatherings = gatherings;
        this.signUps = signUps;
        this.necessity = necessity;
        this.people = people;
        this.calendar = calendar;
    }

    /** Signs the viewer up, until the last day for it. */
    Outcome oneself(Viewer viewer, GatheringId id, Instant now) {
        EmployeeId me = viewer.employee().orElseThrow();
        return gatherings
                .find(id)
                .map(gathering -> signUp(gathering, List.of(me), viewer, false, now))
                .orElse(Outcome.refused(Why.UNKNOWN));
    }

    /**
     * Signs up people of the viewer's: all, or where one of them is not the viewer's or unknown, none. HR may do so after the
     * last day, and after the gathering, for those who came all the same.
     */
    public Outcome others(Viewer viewer, GatheringId id, Collection<EmployeeId> employees, Instant now) {
        if (!people.ofViewer(viewer, employees).containsAll(employees)
                || people.named(employees).size() != Set.copyOf(employees).size()) {
            log.warn("Refused: {} would sign up people of others to gathering {}", who(viewer), id);
            return Outcome.refused(Why.NOT_YOURS);
        }
        return gatherings
                .find(id)
                .map(gathering -> signUp(gathering, employees, viewer, viewer.plans(), now))
                .orElse(Outcome.refused(Why.UNKNOWN));
    }

    /** For whom it is required is found before the lock is taken: that takes longest. */
    private Outcome signUp(Gathering seen, Collection<EmployeeId> employees, Viewer viewer, boolean late, Instant now) {
        Optional<Why> why = refusal(seen, late, now);
        if (why.isPresent()) {
            return Outcome.refused(why.get());
        }
        Set<EmployeeId> required = necessity.among(employees, seen);
        Gathering gathering = gatherings.lock(seen.id()).orElseThrow();
        boolean same = gathering.item().equals(seen.item()) && gathering.days().equals(seen.days());
        Set<EmployeeId> needing = same ? required : necessity.among(employees, gathering);
        return refusal(gathering, late, now)
                .map(Outcome::refused)
                .orElseGet(() -> add(gathering, employees, needing, viewer, now));
    }

    /** Signs off the viewer, or one of the viewer's people, before the gathering begins. */
    Outcome withdraw(Viewer viewer, GatheringId id, EmployeeId employee, Instant now) {
        boolean own = viewer.employee().filter(employee::equals).isPresent();
        if (!own && people.ofViewer(viewer, List.of(employee)).isEmpty()) {
            log.warn("Refused: {} would sign off an employee of others from gathering {}", who(viewer), id);
            return Outcome.refused(Why.NOT_YOURS);
        }
        return gatherings
                .lock(id)
                .map(gathering ->
                        gathering.hasBegun(now) ? Outcome.refused(Why.BEGUN) : remove(gathering, employee, viewer, now))
                .orElse(Outcome.refused(Why.UNKNOWN));
    }

    /** Gives seats anew where there are more than before; the gathering is locked. */
    void seatAgain(Gathering gathering, Instant now) {
        seat(gathering, signUps.of(gathering.id()), now);
    }

    private Optional<Why> refusal(Gathering gathering, boolean late, Instant now) {
        if (gathering.cancelled().isPresent()) {
            return Optional.of(Why.CANCELLED);
        }
        if (!late && gathering.hasBegun(now)) {
            return Optional.of(Why.BEGUN);
        }
        return late || !gathering.isClosed(today(now)) ? Optional.empty() : Optional.of(Why.CLOSED);
    }

    private Outcome add(
            Gathering gathering,
            Collection<EmployeeId> employees,
            Set<EmployeeId> required,
            Viewer viewer,
            Instant now) {
        List<SignUp> known = signUps.of(gathering.id());
        Map<EmployeeId, SignUp> all = new LinkedHashMap<>();
        known.forEach(each -> all.put(each.employee(), each));
        List<EmployeeId> added = employees.stream()
                .distinct()
                .filter(employee ->
                        !all.containsKey(employee) || all.get(employee).state() == State.WITHDRAWN)
                .toList();
        if (added.isEmpty()) {
            return Outcome.refused(Why.NOTHING);
        }
        int turn = known.stream().mapToInt(SignUp::turn).max().orElse(0);
        List<SignUp> fresh = new ArrayList<>();
        for (EmployeeId employee : added) {
            int results = all.containsKey(employee) ? all.get(employee).results() : 0;
            Priority priority = required.contains(employee) ? Priority.REQUIRED : Priority.VOLUNTARY;
            SignUp signUp = new SignUp(gathering.id(), employee, priority, State.WAITING, ++turn, now, results);
            fresh.add(signUp);
            all.put(employee, signUp);
        }
        return keep(gathering, fresh, List.copyOf(all.values()), viewer, now);
    }

    private Outcome keep(Gathering gathering, List<SignUp> fresh, List<SignUp> all, Viewer viewer, Instant now) {
        List<SignUp> moves = Seats.of(gathering, today(now), now).moves(all);
        int seated = 0;
        for (SignUp signUp : fresh) {
            SignUp kept = moves.stream()
                    .filter(move -> move.employee().equals(signUp.employee()))
                    .findAny()
                    .orElse(signUp);
            seated += kept.state() == State.SIGNED_UP ? 1 : 0;
            signUps.put(new SignUpChange(kept, viewer.employee(), Cause.SIGN_UP, Optional.empty()), now);
        }
        List<EmployeeId> own = fresh.stream().map(SignUp::employee).toList();
        move(moves.stream().filter(move -> !own.contains(move.employee())).toList(), now);
        return new Done(seated, fresh.size() - seated);
    }

    private Outcome remove(Gathering gathering, EmployeeId employee, Viewer viewer, Instant now) {
        List<SignUp> all = new ArrayList<>(signUps.of(gathering.id()));
        Optional<SignUp> own = all.stream()
                .filter(each -> each.employee().equals(employee) && each.state().isActive())
                .findAny();
        if (own.isEmpty()) {
            return Outcome.refused(Why.NOTHING);
        }
        SignUp withdrawn = own.get().as(State.WITHDRAWN);
        signUps.put(new SignUpChange(withdrawn, viewer.employee(), Cause.WITHDRAWAL, Optional.empty()), now);
        all.replaceAll(each -> each.employee().equals(employee) ? withdrawn : each);
        seat(gathering, all, now);
        return new Done(0, 0);
    }

    private void seat(Gathering gathering, List<SignUp> all, Instant now) {
        if (gathering.cancelled().isEmpty() && !gathering.hasBegun(now)) {
            move(Seats.of(gathering, today(now), now).moves(all), now);
        }
    }

    /** Whoever loses a seat gives it up before another takes it. */
    private void move(List<SignUp> moves, Instant now) {
        moves.forEach(move -> signUps.put(
                new SignUpChange(
                        move,
                        Optional.empty(),
                        move.state() == State.SIGNED_UP ? Cause.SEAT_FREED : Cause.GAVE_WAY,
                        Optional.empty()),
                now));
    }

    private LocalDate today(Instant now) {
        return calendar.dateOf(now);
    }

    static String who(Viewer viewer) {
        return viewer.employee().map(EmployeeId::toString).orElse("somebody without employment");
    }
}
