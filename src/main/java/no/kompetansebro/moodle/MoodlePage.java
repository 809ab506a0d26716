package no.kompetansebro.moodle;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.access.Navigation;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.NavigationArea;
import no.kompetansebro.shared.NavigationEntry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where an administrator connects a Moodle, and sees how reading it goes. */
@Controller
class MoodlePage implements Navigation {

    static final String PATH = "/administrasjon/moodle";

    private static final int LONGEST_COHORT = 100;

    private static final List<String> OUTCOMES =
            List.of("added", "changed", "asked", "removed", "known", "address", "token");

    private final Connections connections;
    private final ConnectionLists lists;
    private final ConnectionForm form;
    private final Courses courses;
    private final ReadingRequests requests;
    private final EnrolmentSettings enrolling;
    private final Clock clock;

    MoodlePage(
            Connections connections,
            ConnectionLists lists,
            ConnectionForm form,
            Courses courses,
            ReadingRequests requests,
            EnrolmentSettings enrolling,
            Clock clock) {
        this.connections = connections;
        this.lists = lists;
        this.form = form;
        this.courses = courses;
        this.requests = requests;
        this.enrolling = enrolling;
        this.clock = clock;
    }

    @Override
    public List<NavigationEntry> entries(Viewer viewer) {
        return viewer.administrator()
                ? List.of(new NavigationEntry(NavigationArea.ADMINISTRATION, "moodle.connections.title", PATH, 830))
                : List.of();
    }

    @GetMapping(PATH)
    String show(Viewer viewer, @RequestParam(defaultValue = "") String utfall, Model model) {
        require(viewer);
        model.addAttribute("connections", lists.all());
        model.addAttribute("platforms", form.platforms());
        model.addAttribute("outcome", OUTCOMES.contains(utfall) ? utfall : "");
        return "moodle/moodle";
    }

    @GetMapping(PATH + "/{id}/kurs")
    String courses(Viewer viewer, @PathVariable UUID id, Model model) {
        require(viewer);
        Connection connection = found(id);
        model.addAttribute("address", connection.address().toString());
        model.addAttribute("connection", id);
        model.addAttribute("courses", courses.all(connection.id()));
        model.addAttribute("cohorts", enrolling.cohorts(connection.id()));
        model.addAttribute("role", enrolling.role(connection.id()));
        return "moodle/kurs";
    }

    @PostMapping(PATH + "/{id}/rolle")
    String role(Viewer viewer, @PathVariable UUID id, @RequestParam long rolle) {
        require(viewer);
        if (rolle < 1) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        enrolling.setRole(found(id).id(), rolle);
        return "redirect:" + PATH + "/" + id + "/kurs";
    }

    @PostMapping(PATH + "/{id}/kohort")
    String cohort(Viewer viewer, @PathVariable UUID id, @RequestParam long kurs, @RequestParam String kohort) {
        require(viewer);
        ConnectionId connection = found(id).id();
        Course course =
                courses.find(connection, kurs).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String cohort = kohort.strip();
        enrolling.setCohort(connection, course, cohort.substring(0, Math.min(LONGEST_COHORT, cohort.length())));
        return "redirect:" + PATH + "/" + id + "/kurs";
    }

    private Connection found(UUID id) {
        return connections
                .find(new ConnectionId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping(PATH)
    String add(
            Viewer viewer,
            @RequestParam String adresse,
            @RequestParam String token,
            @RequestParam String rapport,
            @RequestParam(defaultValue = "") String plattform) {
        require(viewer);
        ConnectionForm.Outcome outcome = form.add(adresse, token, rapport, plattform);
        outcome.added().ifPresent(this::now);
        return back(outcome.code());
    }

    @PostMapping(PATH + "/{id}/endre")
    String change(Viewer viewer, @PathVariable UUID id, @RequestParam String token, @RequestParam String rapport) {
        require(viewer);
        ConnectionId connection = new ConnectionId(id);
        Optional<String> problem = ConnectionForm.problemOf(token);
        if (!token.isBlank() && problem.isPresent()) {
            return back(problem.get());
        }
        connections.change(connection, token.strip(), rapport.strip());
        now(connection);
        return back("changed");
    }

    @PostMapping(PATH + "/{id}/les")
    String read(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean alt) {
        require(viewer);
        ConnectionId connection = new ConnectionId(id);
        connections.ask(connection, alt ? Run.Kind.FULL : Run.Kind.CHANGES);
        now(connection);
        return back("asked");
    }

    @PostMapping(PATH + "/{id}/fjern")
    String remove(Viewer viewer, @PathVariable UUID id) {
        require(viewer);
        connections.remove(new ConnectionId(id));
        return back("removed");
    }

    private void now(ConnectionId connection) {
        if (connections.find(connection).isPresent()) {
            requests.now(connection, clock.instant());
        }
    }

    private static String back(String outcome) {
        return "redirect:" + PATH + "?utfall=" + outcome;
    }

    private static void require(Viewer viewer) {
        if (!viewer.administrator()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
