package no.kompetansebro.planning.workforce;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.DateControl;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Workforce;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.PlanningPage;
import no.kompetansebro.planning.scope.NamedPeople;
import no.kompetansebro.planning.scope.NamedPeople.Named;
import no.kompetansebro.planning.scope.Scope;
import no.kompetansebro.shared.NavigationEntry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Full-time equivalents per position and unit on any date; and who they are, the look being kept. */
@Controller
class WorkforceController implements PlanningPage {

    static final String PATH = "/planlegging/arsverk";
    static final String PEOPLE = PATH + "/ansatte";

    private static final int MOST = 300;

    private final WorkforcePage page;
    private final Workforce workforce;
    private final NamedPeople people;
    private final Lexicons lexicons;

    WorkforceController(WorkforcePage page, Workforce workforce, NamedPeople people, Lexicons lexicons) {
        this.page = page;
        this.workforce = workforce;
        this.people = people;
        this.lexicons = lexicons;
    }

    @Override
    public NavigationEntry entry() {
        return PlanningPage.page(Place.WORKFORCE, "planning.workforce.menu", PATH);
    }

    @GetMapping(PATH)
    String figures(Viewer viewer, AsOf asOf, Words words, @RequestParam(defaultValue = "") String enhet, Model model) {
        Lexicon lexicon = lexicons.current();
        Scope scope = Scope.of(viewer, asOf, enhet, PATH, Map.of(), lexicon, words);
        model.addAttribute("dates", DateControl.of(asOf, words, PATH, Map.of(Scope.PARAMETER, scope.code())));
        model.addAttribute("scope", scope);
        model.addAttribute("view", page.of(scope, lexicon, words));
        return "planning/arsverk";
    }

    /** Some people in a position, with a note where there are more. */
    record PeopleView(String title, List<Named> people, String more) {}

    @GetMapping(PEOPLE)
    String people(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam String stilling,
            Model model) {
        Lexicon lexicon = lexicons.current();
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put("stilling", stilling);
        Scope scope = Scope.of(viewer, asOf, enhet, PEOPLE, kept, lexicon, words);
        people.looked(viewer, "arsverk", scope.code());
        List<EmployeeId> ids = workforce.inPosition(asOf.date(), scope.units(lexicon.units()), stilling);
        Collection<Named> named =
                people.named(viewer, ids, asOf.date(), asOf.today(), lexicon).values();
        model.addAttribute("scope", scope);
        model.addAttribute("back", scope.link(PATH, Map.of()));
        model.addAttribute(
                "view",
                new PeopleView(
                        stilling,
                        named.stream().limit(MOST).toList(),
                        named.size() > MOST ? words.text("planning.people.more", MOST, named.size()) : ""));
        return "planning/arsverk-ansatte";
    }
}
