package no.kompetansebro.training.gatherings;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
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
import no.kompetansebro.organisation.UnitCode;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * On <i>Min enhet</i>: the gatherings to come that most in the unit need and are not signed up to. Needed on the page's date
 * for a statutory or mandatory requirement.
 */
@Component
@Order(30)
class UsefulGatherings implements PageSection {

    private static final int SHOWN = 5;

    private final Gatherings gatherings;
    private final SignUps signUps;
    private final Coverage coverage;
    private final Vocabulary vocabulary;
    private final EmployerCalendar calendar;
    private final Clock clock;

    UsefulGatherings(
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

    /** A gathering, and how many would need it. */
    record Row(String name, String href, String when, String place, String seats, int needing) {}

    @Override
    public Place place() {
        return Place.LATE;
    }

    @Override
    public Optional<Content> content(Asked asked) {
        return switch (asked.subject()) {
            case Subject.Oneself _ -> Optional.empty();
            case Subject.OfUnit(var unit) -> content(unit, asked);
        };
    }

    private Optional<Content> content(UnitCode unit, Asked asked) {
        Instant now = clock.instant();
        List<Gathering> ahead = gatherings.upcoming(now).stream()
                .filter(each -> each.cancelled().isEmpty())
                .toList();
        if (ahead.isEmpty()) {
            return Optional.empty();
        }
        List<Useful> useful = useful(ahead, needing(unit, asked)).stream()
                .filter(each -> each.needing() > 0)
                .filter(each -> MyGatherings.isOpen(each.gathering(), now, calendar.dateOf(now)))
                .sorted(Comparator.comparingInt(Useful::needing).reversed())
                .limit(SHOWN)
                .toList();
        return useful.isEmpty() ? Optional.empty() : Optional.of(content(useful, asked));
    }

    private record Useful(Gathering gathering, int needing) {}

    private Map<ItemCode, Set<EmployeeId>> needing(UnitCode unit, Asked asked) {
        Map<ItemCode, Set<EmployeeId>> needing = new HashMap<>();
        coverage.needs(
                asked.viewer(),
                Question.asOf(asked.asOf().date()).in(unit).headline(),
                need -> need.need()
                        .items()
                        .forEach(item -> needing.computeIfAbsent(item, _ -> new HashSet<>())
                                .add(need.employee())));
        return needing;
    }

    /** Who is signed up to one gathering of an item needs no other of it. */
    private List<Useful> useful(List<Gathering> ahead, Map<ItemCode, Set<EmployeeId>> needing) {
        ahead.stream()
                .filter(gathering -> needing.containsKey(gathering.item()))
                .forEach(gathering ->
                        needing.getOrDefault(gathering.item(), Set.of()).removeAll(signedUp(gathering)));
        return ahead.stream()
                .map(each -> new Useful(
                        each, needing.getOrDefault(each.item(), Set.of()).size()))
                .toList();
    }

    private Set<EmployeeId> signedUp(Gathering gathering) {
        return signUps.of(gathering.id()).stream()
                .filter(each -> each.state() != State.WITHDRAWN)
                .map(SignUp::employee)
                .collect(Collectors.toSet());
    }

    private Content content(List<Useful> useful, Asked asked) {
        Map<GatheringId, Counts> counts = signUps.counts(
                useful.stream().map(each -> each.gathering().id()).toList());
        GatheringWords in = vocabulary.in(asked.words());
        List<Row> rows = useful.stream()
                .map(each -> new Row(
                        in.name(each.gathering()),
                        GatheringsPage.path(each.gathering().id()) + "/meld-pa",
                        in.first(each.gathering()),
                        in.place(each.gathering()),
                        in.seats(
                                each.gathering(),
                                counts.getOrDefault(each.gathering().id(), Counts.NONE)),
                        each.needing()))
                .toList();
        return new Content("training/samling-deler", "nyttige", rows);
    }
}
