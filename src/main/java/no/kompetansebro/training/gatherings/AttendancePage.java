package no.kompetansebro.training.gatherings;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.Gathering;
import no.kompetansebro.learning.GatheringId;
import no.kompetansebro.learning.Gatherings;
import no.kompetansebro.learning.SignUp;
import no.kompetansebro.learning.SignUp.State;
import no.kompetansebro.learning.SignUpChange.Cause;
import no.kompetansebro.learning.SignUps;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The attendance list: tick who came, confirm once; corrections say why. */
@Controller
class AttendancePage {

    private static final String PATH = GatheringPage.ONE + "/oppmote";

    private final Gatherings gatherings;
    private final SignUps signUps;
    private final Attendance attendance;
    private final People people;
    private final Vocabulary vocabulary;
    private final Looks looks;
    private final Clock clock;

    AttendancePage(
            Gatherings gatherings,
            SignUps signUps,
            Attendance attendance,
            People people,
            Vocabulary vocabulary,
            Looks looks,
            Clock clock) {
        this.gatherings = gatherings;
        this.signUps = signUps;
        this.attendance = attendance;
        this.people = people;
        this.vocabulary = vocabulary;
        this.looks = looks;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param registered whether attendance of any of them is registered
     * @param tooEarly whether the gathering's last day is still to come
     */
    record View(
            String id,
            int version,
            String name,
            List<String> days,
            List<Row> rows,
            boolean registered,
            boolean tooEarly,
            String reason,
            List<String> corrections) {}

    /** Somebody on the list. */
    record Row(String id, String number, String name, String unit, State state, boolean ticked) {}

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            Words words,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean alle,
            @RequestParam(defaultValue = "") String utfall,
            Model model) {
        Gathering gathering = find(viewer, id);
        model.addAttribute("outcome", OutcomeParameter.of(utfall, 0, 0));
        return page(viewer, words, gathering, alle ? Optional.empty() : Optional.of(Set.of()), "", model);
    }

    @PostMapping(PATH)
    String register(
            Viewer viewer,
            Words words,
            @PathVariable UUID id,
            @RequestParam int versjon,
            @RequestParam(defaultValue = "") List<UUID> vist,
            @RequestParam(defaultValue = "") List<UUID> motte,
            @RequestParam(defaultValue = "") String grunn,
            Model model) {
        Gathering gathering = find(viewer, id);
        Attendance.Sheet sheet = new Attendance.Sheet(versjon, ids(vist), ids(motte), Texts.bounded(grunn, 500));
        Outcome outcome = attendance.register(viewer, gathering.id(), sheet, clock.instant());
        GatheringPage.refuseOthers(outcome);
        if (outcome.equals(Outcome.refused(Outcome.Why.NO_REASON))) {
            model.addAttribute("outcome", OutcomeParameter.of("no_reason", 0, 0));
            return page(viewer, words, gathering, Optional.of(sheet.came()), sheet.reason(), model);
        }
        return outcome.equals(Outcome.refused(Outcome.Why.CHANGED))
                ? "redirect:" + GatheringsPage.path(gathering.id()) + "/oppmote?utfall=changed"
                : GatheringPage.back(id, outcome, "registered");
    }

    private static Set<EmployeeId> ids(List<UUID> ids) {
        return ids.stream().map(EmployeeId::new).collect(Collectors.toSet());
    }

    private Gathering find(Viewer viewer, UUID id) {
        Gathering gathering = gatherings
                .find(new GatheringId(id))
                .filter(each -> each.cancelled().isEmpty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Arranging.requireRegistering(viewer, gathering);
        return gathering;
    }

    /** {@code ticked}: those who are ticked besides those registered as there; empty: everybody who has a seat. */
    private String page(
            Viewer viewer,
            Words words,
            Gathering gathering,
            Optional<Set<EmployeeId>> ticked,
            String reason,
            Model model) {
        Instant now = clock.instant();
        List<SignUp> all = signUps.of(gathering.id()).stream()
                .filter(each -> each.state() != State.WITHDRAWN)
                .toList();
        Set<EmployeeId> seen = attendance.registrable(
                viewer, gathering, all.stream().map(SignUp::employee).toList());
        looks.atList(
                viewer,
                Arranging.capacity(viewer),
                "oppmote",
                Optional.of(gathering.id().toString()));
        GatheringWords in = vocabulary.in(words);
        boolean asked =
                !reason.isEmpty() || ticked.filter(each -> !each.isEmpty()).isPresent();
        model.addAttribute(
                "view",
                new View(
                        gathering.id().toString(),
                        gathering.version(),
                        in.name(gathering),
                        in.days(gathering),
                        people.named(seen).stream()
                                .map(person -> row(person, all, ticked, asked))
                                .toList(),
                        all.stream()
                                .anyMatch(each -> seen.contains(each.employee())
                                        && each.state().isSettled()),
                        attendance.isTooEarly(gathering, now),
                        reason,
                        corrections(gathering, seen, in, words)));
        return "training/samling-oppmote";
    }

    private static Row row(People.Named person, List<SignUp> all, Optional<Set<EmployeeId>> ticked, boolean asked) {
        State state = all.stream()
                .filter(each -> each.employee().equals(person.id()))
                .map(SignUp::state)
                .findAny()
                .orElseThrow();
        boolean named = ticked.map(each -> each.contains(person.id())).orElse(state == State.SIGNED_UP);
        boolean came = named || (!asked && state == State.ATTENDED);
        return new Row(person.id().toString(), person.number(), person.name(), person.unit(), state, came);
    }

    private List<String> corrections(Gathering gathering, Set<EmployeeId> seen, GatheringWords in, Words words) {
        List<SignUps.Kept> kept = signUps.history(gathering.id()).stream()
                .filter(each -> each.cause() == Cause.CORRECTION && seen.contains(each.employee()))
                .toList();
        return kept.stream()
                .map(each -> words.text(
                        "training.gatherings.correction",
                        in.moment(each.at()),
                        name(each.employee()),
                        words.text("training.gatherings.state." + each.state()),
                        each.reason().orElse(""),
                        each.by().map(this::name).orElse("")))
                .toList();
    }

    private String name(EmployeeId employee) {
        return people.named(List.of(employee)).stream()
                .map(People.Named::name)
                .findAny()
                .orElse("");
    }
}
