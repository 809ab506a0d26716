package no.kompetansebro.lms;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an administrator sees which LMS accounts wait for their employee, and decides. */
@Controller
class LinksPage {

    static final String PATH = "/administrasjon/koblinger";

    private static final int LONGEST_REASON = 500;

    private final LinkLists lists;
    private final LinkDecisions decisions;
    private final Deciders deciders;
    private final DeciderNames names;
    private final Employees employees;

    LinksPage(LinkLists lists, LinkDecisions decisions, Deciders deciders, DeciderNames names, Employees employees) {
        this.lists = lists;
        this.decisions = decisions;
        this.deciders = deciders;
        this.names = names;
        this.employees = employees;
    }

    /**
     * What the page shows.
     *
     * @param names who decided, in words, by the key
     * @param alone whether the viewer's decisions need no second person
     * @param setUp whether nobody here is an administrator of their own yet
     */
    record View(
            List<LinkLists.Waiting> waiting,
            List<LinkLists.Decided> decided,
            Map<String, String> names,
            List<Employee> found,
            String search,
            String outcome,
            boolean alone,
            boolean setUp) {}

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            Principal who,
            Words words,
            @RequestParam(defaultValue = "") String sok,
            @RequestParam(defaultValue = "") String utfall,
            Model model) {
        Decider decider = deciders.of(viewer, who);
        List<LinkLists.Decided> decided = lists.decided(sok);
        model.addAttribute(
                "view",
                new View(
                        lists.waiting(),
                        decided,
                        names.of(deciders(decided), words),
                        employees.search(sok),
                        sok,
                        known(utfall),
                        decider.isEnough(),
                        decider.setUp()));
        return "lms/koblinger";
    }

    @PostMapping(PATH + "/{link}/bekreft")
    String confirm(
            Viewer viewer,
            Principal who,
            @PathVariable UUID link,
            @RequestParam String ansattnummer,
            @RequestParam(defaultValue = "") String grunn) {
        return back(decisions.confirm(
                new LinkId(link), new EmployeeNumber(ansattnummer.strip()), deciders.of(viewer, who), reason(grunn)));
    }

    @PostMapping(PATH + "/{link}/avvis")
    String reject(
            Viewer viewer, Principal who, @PathVariable UUID link, @RequestParam(defaultValue = "") String grunn) {
        return back(decisions.reject(new LinkId(link), deciders.of(viewer, who), reason(grunn)));
    }

    @PostMapping(PATH + "/{link}/angre")
    String undo(Viewer viewer, Principal who, @PathVariable UUID link, @RequestParam(defaultValue = "") String grunn) {
        return back(decisions.undo(new LinkId(link), deciders.of(viewer, who), reason(grunn)));
    }

    @PostMapping(PATH + "/{link}/behold")
    String keep(Viewer viewer, Principal who, @PathVariable UUID link) {
        return back(decisions.keep(new LinkId(link), deciders.of(viewer, who)));
    }

    private static List<String> deciders(List<LinkLists.Decided> decided) {
        return decided.stream()
                .flatMap(link -> Stream.concat(
                        Stream.of(link.decidedBy()), link.history().stream().map(LinkLists.Step::by)))
                .toList();
    }

    private static String reason(String text) {
        String stripped = text.strip();
        return stripped.substring(0, Math.min(LONGEST_REASON, stripped.length()));
    }

    private static String back(LinkDecisions.Outcome outcome) {
        return "redirect:" + PATH + "?utfall=" + outcome.name().toLowerCase(Locale.ROOT);
    }

    private static String known(String outcome) {
        return List.of(LinkDecisions.Outcome.values()).stream()
                .map(o -> o.name().toLowerCase(Locale.ROOT))
                .filter(outcome::equals)
                .findFirst()
                .orElse("");
    }
}
