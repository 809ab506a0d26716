package no.kompetansebro.training.gatherings;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.Gathering;
import no.kompetansebro.learning.SignUp;
import no.kompetansebro.learning.SignUp.Priority;
import no.kompetansebro.learning.SignUp.State;
import no.kompetansebro.learning.SignUps;
import no.kompetansebro.learning.SignUps.Counts;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.gatherings.GatheringView.Participant;
import no.kompetansebro.training.gatherings.GatheringView.Rights;
import org.springframework.stereotype.Component;

/** Puts the page of a gathering together. */
@Component
class GatheringSheet {

    private final SignUps signUps;
    private final Attendance attendance;
    private final People people;
    private final Employees employees;
    private final Vocabulary vocabulary;
    private final EmployerCalendar calendar;

    GatheringSheet(
            SignUps signUps,
            Attendance attendance,
            People people,
            Employees employees,
            Vocabulary vocabulary,
            EmployerCalendar calendar) {
        this.signUps = signUps;
        this.attendance = attendance;
        this.people = people;
        this.employees = employees;
        this.vocabulary = vocabulary;
        this.calendar = calendar;
    }

    /** The gathering as the viewer may see it. */
    GatheringView of(Viewer viewer, Gathering gathering, Instant now, Words words) {
        List<SignUp> all = signUps.of(gathering.id()).stream()
                .filter(each -> each.state() != State.WITHDRAWN)
                .toList();
        List<EmployeeId> ids = all.stream().map(SignUp::employee).toList();
        Set<EmployeeId> registrable = attendance.registrable(viewer, gathering, ids);
        Set<EmployeeId> own = people.ofViewer(viewer, ids);
        Set<EmployeeId> seen = Stream.concat(registrable.stream(), own.stream()).collect(Collectors.toSet());
        Optional<SignUp> mine = all.stream()
                .filter(each ->
                        viewer.employee().filter(each.employee()::equals).isPresent())
                .findAny();
        Rights rights = rights(viewer, gathering, mine, all, own, now);
        GatheringWords in = vocabulary.in(words);
        boolean open = gathering.cancelled().isEmpty() && !gathering.hasBegun(now);
        return new GatheringView(
                gathering.id().toString(),
                gathering.version(),
                in.name(gathering),
                in.days(gathering),
                gathering.place().orElse(""),
                mine.isPresent() || rights.plans() || rights.attendance()
                        ? gathering.online().map(Object::toString).orElse("")
                        : "",
                in.seats(gathering, counts(all)),
                in.deadline(gathering),
                gathering
                        .responsible()
                        .flatMap(employees::find)
                        .map(Employee::name)
                        .orElse(""),
                gathering.cancelled().orElse(""),
                mine.map(each -> "training.gatherings.own." + each.state()).orElse(""),
                mine.filter(each -> isLent(each, gathering, now)).isPresent() && open,
                participants(all, seen, open ? own : Set.of()),
                all.size() - seen.size(),
                rights);
    }

    /** Whether the seat is the employee's only if there is room: see {@link Seats}. */
    private boolean isLent(SignUp signUp, Gathering gathering, Instant now) {
        return signUp.state() == State.SIGNED_UP
                && signUp.priority() == Priority.VOLUNTARY
                && gathering.capacity().isPresent()
                && !Seats.of(gathering, calendar.dateOf(now), now).kept();
    }

    private Rights rights(
            Viewer viewer,
            Gathering gathering,
            Optional<SignUp> mine,
            List<SignUp> all,
            Set<EmployeeId> own,
            Instant now) {
        boolean held = gathering.cancelled().isEmpty();
        boolean ahead = held && !gathering.hasBegun(now);
        boolean inTime = ahead && !gathering.isClosed(calendar.dateOf(now));
        return new Rights(
                inTime && mine.isEmpty() && viewer.employee().isPresent(),
                ahead && mine.filter(each -> each.state().isActive()).isPresent(),
                (inTime && viewer.leads()) || (held && viewer.plans()),
                held && Arranging.registers(viewer, gathering),
                held
                        && Arranging.changes(
                                viewer, all.stream().map(SignUp::employee).toList(), own)
                        && all.stream().noneMatch(each -> each.state().isSettled()),
                viewer.plans());
    }

    private static Counts counts(List<SignUp> all) {
        int waiting =
                (int) all.stream().filter(each -> each.state() == State.WAITING).count();
        return new Counts(all.size() - waiting, waiting);
    }

    private List<Participant> participants(List<SignUp> all, Set<EmployeeId> seen, Set<EmployeeId> removable) {
        Map<EmployeeId, People.Named> named =
                people.named(seen).stream().collect(Collectors.toMap(People.Named::id, Function.identity()));
        return all.stream()
                .sorted(Comparator.comparing(SignUp::state).thenComparing(SignUp.BY_TURN))
                .flatMap(
                        each -> Optional.ofNullable(named.get(each.employee()))
                                .map(person -> participant(each, person, removable))
                                .stream())
                .toList();
    }

    private static Participant participant(SignUp signUp, People.Named person, Set<EmployeeId> removable) {
        return new Participant(
                person.id().toString(),
                person.number(),
                person.name(),
                person.unit(),
                signUp.priority() == Priority.REQUIRED,
                signUp.state(),
                signUp.state().isActive() && removable.contains(person.id()));
    }
}
