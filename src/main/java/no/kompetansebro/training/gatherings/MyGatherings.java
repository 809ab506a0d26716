package no.kompetansebro.training.gatherings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.web.PageSection;
import no.kompetansebro.learning.Gathering;
import no.kompetansebro.learning.GatheringId;
import no.kompetansebro.learning.Gatherings;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.SignUp;
import no.kompetansebro.learning.SignUp.State;
import no.kompetansebro.learning.SignUps;
import no.kompetansebro.learning.SignUps.Counts;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On <i>Min kompetanse</i>: the gatherings to come that one is signed up to, and those that one needs. */
@Component
@Order(30)
class MyGatherings implements PageSection {

    private final Gatherings gatherings;
    private final SignUps signUps;
    private final Coverage coverage;
    private final Vocabulary vocabulary;
    private final EmployerCalendar calendar;
    private final Clock clock;

    MyGatherings(
            Gatherings gatherings,
            SignUps signUps,
            Coverage coverage,
            Vocabulary vocabulary,
            EmployerCalendar calendar,
            Clock clock) {
        this.gatherings = gatherings;
        this.signUps = signUps;
        this.coverage = coverage;
        this.vocabulary = vocabulary;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What the section shows. */
    record View(List<Row> own, List<Row> needed) {}

    /** A gathering; {@code state} is a message key, empty where one is not signed up. */
    record Row(String name, String href, String when, String place, String seats, String state) {}

    @Override
    public Place place() {
        return Place.EARLY;
    }

    @Override
    public Optional<Content> content(Asked asked) {
        return switch (asked.subject()) {
            case Subject.Oneself(var employee) -> content(employee, asked);
            case Subject.OfUnit _ -> Optional.empty();
        };
    }

    private Optional<Content> content(EmployeeId employee, Asked asked) {
        Instant now = clock.instant();
        List<Gathering> ahead = gatherings.upcoming(now);
        if (ahead.isEmpty()) {
            return Optional.empty();
        }
        Map<GatheringId, State> signed = signUps.of(employee).stream()
                .filter(each -> each.state().isActive())
                .collect(Collectors.toMap(SignUp::gathering, SignUp::state));
        Map<GatheringId, Counts> counts =
                signUps.counts(ahead.stream().map(Gathering::id).toList());
        GatheringWords in = vocabulary.in(asked.words());
        Set<ItemCode> needed = needed(employee);
        LocalDate today = calendar.dateOf(now);
        View view = new View(
                ahead.stream()
                        .filter(each -> signed.containsKey(each.id()))
                        .map(each -> row(each, counts, state(each, signed.getOrDefault(each.id(), State.WAITING)), in))
                        .toList(),
                ahead.stream()
                        .filter(each -> !signed.containsKey(each.id()) && needed.contains(each.item()))
                        .filter(each -> isOpen(each, now, today))
                        .map(each -> row(each, counts, "", in))
                        .toList());
        return view.own().isEmpty() && view.needed().isEmpty()
                ? Optional.empty()
                : Optional.of(new Content("training/samling-deler", "mine", view));
    }

    /** Whether one may sign up oneself. */
    static boolean isOpen(Gathering gathering, Instant now, LocalDate today) {
        return gathering.cancelled().isEmpty() && !gathering.hasBegun(now) && !gathering.isClosed(today);
    }

    private static String state(Gathering gathering, State state) {
        return gathering.cancelled().isPresent()
                ? "training.gatherings.cancelled"
                : "training.gatherings.state." + state;
    }

    private static Row row(Gathering gathering, Map<GatheringId, Counts> counts, String state, GatheringWords in) {
        return new Row(
                in.name(gathering),
                GatheringsPage.path(gathering.id()),
                in.first(gathering),
                in.place(gathering),
                in.seats(gathering, counts.getOrDefault(gathering.id(), Counts.NONE)),
                state);
    }

    /** What the employee needs today, and all that would bring them nearer to it. */
    private Set<ItemCode> needed(EmployeeId employee) {
        Set<ItemCode> needed = new HashSet<>();
        coverage.needs(
                Viewer.ofEverything(),
                Question.asOf(calendar.today()).of(employee),
                need -> needed.addAll(need.need().items()));
        return needed;
    }
}
