package no.kompetansebro.training.gatherings;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.Gathering;
import no.kompetansebro.learning.GatheringId;
import no.kompetansebro.learning.Gatherings;
import no.kompetansebro.learning.SignUp;
import no.kompetansebro.learning.SignUps;
import no.kompetansebro.learning.SignUps.Counts;
import no.kompetansebro.organisation.access.Navigation;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.NavigationArea;
import no.kompetansebro.shared.NavigationEntry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The list of gatherings: those to come, or those that are over. No names. */
@Controller
class GatheringsPage implements Navigation {

    static final String PATH = "/opplaering/samlinger";

    private static final String PAST = "tidligere";
    private static final int MOST = 200;

    private final Gatherings gatherings;
    private final SignUps signUps;
    private final Vocabulary vocabulary;
    private final Clock clock;

    GatheringsPage(Gatherings gatherings, SignUps signUps, Vocabulary vocabulary, Clock clock) {
        this.gatherings = gatherings;
        this.signUps = signUps;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /** What the page shows. */
    record View(List<Row> rows, boolean past, boolean plans) {}

    /**
     * A gathering.
     *
     * @param own how the viewer's own sign-up stands, as a message key; empty for none
     */
    record Row(
            String name,
            String href,
            String when,
            String place,
            String seats,
            String deadline,
            String own,
            boolean cancelled) {}

    @Override
    public List<NavigationEntry> entries(Viewer viewer) {
        return mayLook(viewer)
                ? List.of(new NavigationEntry(NavigationArea.TRAINING, "training.gatherings.title", PATH, 20))
                : List.of();
    }

    @GetMapping(PATH)
    String show(Viewer viewer, Words words, @RequestParam(defaultValue = "") String vis, Model model) {
        requireLook(viewer);
        boolean past = vis.equals(PAST);
        Instant now = clock.instant();
        List<Gathering> all = past ? gatherings.past(now, MOST) : gatherings.upcoming(now);
        model.addAttribute("view", new View(rows(viewer, all, words), past, viewer.plans()));
        return "training/samlinger";
    }

    private List<Row> rows(Viewer viewer, List<Gathering> all, Words words) {
        Map<GatheringId, Counts> counts =
                signUps.counts(all.stream().map(Gathering::id).toList());
        List<SignUp> own = viewer.employee().map(signUps::of).orElse(List.of());
        GatheringWords in = vocabulary.in(words);
        return all.stream()
                .map(each -> new Row(
                        in.name(each),
                        path(each.id()),
                        in.first(each),
                        in.place(each),
                        in.seats(each, counts.getOrDefault(each.id(), Counts.NONE)),
                        in.deadline(each),
                        own.stream()
                                .filter(signUp -> signUp.gathering().equals(each.id()))
                                .map(signUp -> "training.gatherings.state." + signUp.state())
                                .findAny()
                                .orElse(""),
                        each.cancelled().isPresent()))
                .toList();
    }

    static String path(GatheringId id) {
        return PATH + "/" + id;
    }

    private static boolean mayLook(Viewer viewer) {
        return viewer.employee().isPresent() || viewer.plans();
    }

    /** Refuses whoever is no employee and plans nothing. */
    static void requireLook(Viewer viewer) {
        if (!mayLook(viewer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
