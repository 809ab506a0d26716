package no.kompetansebro.training.gatherings;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.Gathering;
import no.kompetansebro.learning.GatheringId;
import no.kompetansebro.learning.Gatherings;
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

/** One gathering: what it is, one's own sign-up, and for those who may know, who takes part. */
@Controller
class GatheringPage {

    static final String ONE = GatheringsPage.PATH + "/{id}";

    private final Gatherings gatherings;
    private final GatheringSheet sheet;
    private final SigningUp signingUp;
    private final Scheduling scheduling;
    private final Looks looks;
    private final Clock clock;

    GatheringPage(
            Gatherings gatherings,
            GatheringSheet sheet,
            SigningUp signingUp,
            Scheduling scheduling,
            Looks looks,
            Clock clock) {
        this.gatherings = gatherings;
        this.sheet = sheet;
        this.signingUp = signingUp;
        this.scheduling = scheduling;
        this.looks = looks;
        this.clock = clock;
    }

    @GetMapping(ONE)
    String show(
            Viewer viewer,
            Words words,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String utfall,
            @RequestParam(defaultValue = "0") int a,
            @RequestParam(defaultValue = "0") int b,
            Model model) {
        GatheringsPage.requireLook(viewer);
        model.addAttribute("outcome", OutcomeParameter.of(utfall, a, b));
        model.addAttribute("view", view(viewer, id, words));
        return "training/samling";
    }

    /** The list of participants on paper. */
    @GetMapping(ONE + "/deltakere")
    String print(Viewer viewer, Words words, @PathVariable UUID id, Model model) {
        GatheringsPage.requireLook(viewer);
        GatheringView view = view(viewer, id, words);
        if (!view.rights().attendance()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        model.addAttribute("view", view);
        return "training/samling-deltakere";
    }

    @PostMapping(ONE + "/meg")
    String signUp(Viewer viewer, @PathVariable UUID id) {
        requireEmployee(viewer);
        return back(id, signingUp.oneself(viewer, new GatheringId(id), clock.instant()), "signed");
    }

    @PostMapping(ONE + "/avmeld")
    String withdraw(Viewer viewer, @PathVariable UUID id, @RequestParam Optional<UUID> ansatt) {
        EmployeeId employee = ansatt.map(EmployeeId::new).orElseGet(() -> requireEmployee(viewer));
        Outcome outcome = signingUp.withdraw(viewer, new GatheringId(id), employee, clock.instant());
        refuseOthers(outcome);
        return back(id, outcome, "withdrawn");
    }

    @PostMapping(ONE + "/avlys")
    String cancel(Viewer viewer, @PathVariable UUID id, @RequestParam int versjon, @RequestParam String grunn) {
        Outcome outcome =
                scheduling.cancel(viewer, new GatheringId(id), versjon, Texts.bounded(grunn, 500), clock.instant());
        refuseOthers(outcome);
        return back(id, outcome, "called_off");
    }

    static String back(UUID id, Outcome outcome, String done) {
        return "redirect:" + GatheringsPage.path(new GatheringId(id)) + OutcomeParameter.query(outcome, done);
    }

    /** What is not the viewer's is refused outright: no page of ours offers it. */
    static void refuseOthers(Outcome outcome) {
        if (outcome.equals(Outcome.refused(Outcome.Why.NOT_YOURS))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private static EmployeeId requireEmployee(Viewer viewer) {
        return viewer.employee().orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    private Gathering find(UUID id) {
        return gatherings
                .find(new GatheringId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private GatheringView view(Viewer viewer, UUID id, Words words) {
        GatheringView view = sheet.of(viewer, find(id), clock.instant(), words);
        if (!view.participants().isEmpty()) {
            looks.atList(viewer, Arranging.capacity(viewer), "samling", Optional.of(view.id()));
        }
        return view;
    }
}
