package no.kompetansebro.lms;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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

    private final LinkLists lists;
    private final LinkDecisions decisions;
    private final Employees employees;

    LinksPage(LinkLists lists, LinkDecisions decisions, Employees employees) {
        this.lists = lists;
        this.decisions = decisions;
        this.employees = employees;
    }

    /** What the page shows. */
    record View(
            List<LinkLists.Waiting> waiting,
            List<LinkLists.Decided> decided,
            List<Employee> found,
            String search,
            String outcome) {}

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            @RequestParam(defaultValue = "") String sok,
            @RequestParam(defaultValue = "") String utfall,
            Model model) {
        Administrators.require(viewer);
        model.addAttribute(
                "view", new View(lists.waiting(), lists.decided(sok), employees.search(sok), sok, known(utfall)));
        return "lms/koblinger";
    }

    @PostMapping(PATH + "/{link}/bekreft")
    String confirm(Viewer viewer, Principal who, @PathVariable UUID link, @RequestParam String ansattnummer) {
        Administrators.require(viewer);
        return back(decisions.confirm(new LinkId(link), new EmployeeNumber(ansattnummer.strip()), who.getName()));
    }

    @PostMapping(PATH + "/{link}/avvis")
    String reject(Viewer viewer, Principal who, @PathVariable UUID link) {
        Administrators.require(viewer);
        return back(decisions.reject(new LinkId(link), who.getName()));
    }

    @PostMapping(PATH + "/{link}/angre")
    String undo(Viewer viewer, Principal who, @PathVariable UUID link) {
        Administrators.require(viewer);
        return back(decisions.undo(new LinkId(link), who.getName()));
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
