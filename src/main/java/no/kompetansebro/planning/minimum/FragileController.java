package no.kompetansebro.planning.minimum;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.Holders;
import no.kompetansebro.coverage.Holders.Holder;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.DateControl;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.minimum.OneMinimumView.Person;
import no.kompetansebro.planning.scope.NamedPeople;
import no.kompetansebro.planning.scope.Scope;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What few people carry; and who holds a competence, the look being kept. */
@Controller
class FragileController {

    static final String PATH = "/planlegging/minimum/sarbarhet";
    static final String WHO = PATH + "/hvem";

    private final FragilePage page;
    private final Holders holders;
    private final NamedPeople people;
    private final HolderPersons persons;
    private final Lexicons lexicons;

    FragileController(FragilePage page, Holders holders, NamedPeople people, HolderPersons persons, Lexicons lexicons) {
        this.page = page;
        this.holders = holders;
        this.people = people;
        this.persons = persons;
        this.lexicons = lexicons;
    }

    @GetMapping(PATH)
    String fragile(Viewer viewer, AsOf asOf, Words words, @RequestParam(defaultValue = "") String enhet, Model model) {
        Lexicon lexicon = lexicons.current();
        Scope scope = Scope.of(viewer, asOf, enhet, PATH, Map.of(), lexicon, words);
        model.addAttribute("dates", DateControl.of(asOf, words, PATH, Map.of(Scope.PARAMETER, scope.code())));
        model.addAttribute("scope", scope);
        model.addAttribute("view", page.of(scope, lexicon, words));
        return "planning/sarbarhet";
    }

    /** Who holds what a requirement asks for. */
    record WhoView(String title, List<Person> here, List<Person> elsewhere) {}

    @GetMapping(WHO)
    String who(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam String krav,
            Model model) {
        Lexicon lexicon = lexicons.current();
        RequirementCode requirement = new RequirementCode(krav);
        if (!lexicon.requirements().containsKey(requirement)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Scope scope = Scope.of(viewer, asOf, enhet, WHO, Map.of("krav", krav), lexicon, words);
        people.looked(viewer, "sarbarhet", scope.code());
        List<Holder> everywhere = holders.of(viewer, Optional.empty(), requirement, asOf.date());
        List<Holder> here = holders.of(viewer, scope.unit(), requirement, asOf.date());
        List<EmployeeId> ids = here.stream().map(Holder::employee).toList();
        List<Holder> elsewhere = everywhere.stream()
                .filter(each -> !ids.contains(each.employee()))
                .toList();
        model.addAttribute("scope", scope);
        model.addAttribute("back", scope.link(PATH, Map.of()));
        model.addAttribute(
                "dates", DateControl.of(asOf, words, WHO, Map.of(Scope.PARAMETER, scope.code(), "krav", krav)));
        model.addAttribute(
                "view",
                new WhoView(
                        lexicon.name(requirement, words),
                        persons.of(here, scope, lexicon, words),
                        persons.of(elsewhere, scope, lexicon, words)));
        return "planning/hvem";
    }
}
