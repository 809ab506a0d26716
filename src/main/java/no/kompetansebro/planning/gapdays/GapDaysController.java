package no.kompetansebro.planning.gapdays;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.GapDays;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.DateControl;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.scope.PeopleList.Entry;
import no.kompetansebro.planning.scope.PeopleLists;
import no.kompetansebro.planning.scope.Scope;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Gap days in a period, and the people behind them; looks at these are kept. */
@Controller
class GapDaysController {

    static final String PATH = "/planlegging/gapdager";
    static final String PEOPLE = PATH + "/ansatte";

    private final GapDaysPage page;
    private final Lexicons lexicons;
    private final Coverage coverage;
    private final Employees employees;
    private final PeopleLists lists;

    GapDaysController(GapDaysPage page, Lexicons lexicons, Coverage coverage, Employees employees, PeopleLists lists) {
        this.page = page;
        this.lexicons = lexicons;
        this.coverage = coverage;
        this.employees = employees;
        this.lists = lists;
    }

    @GetMapping(PATH)
    String figures(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam(defaultValue = "") String periode,
            Model model) {
        Lexicon lexicon = lexicons.current();
        Span span = Span.of(periode);
        Scope scope = Scope.of(viewer, asOf, enhet, PATH, Map.of("periode", span.code()), lexicon, words);
        model.addAttribute(
                "dates",
                DateControl.of(asOf, words, PATH, Map.of(Scope.PARAMETER, scope.code(), "periode", span.code())));
        model.addAttribute("scope", scope);
        model.addAttribute("view", page.of(scope, span, lexicon, words));
        return "planning/gapdager";
    }

    @GetMapping(PEOPLE)
    String people(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam(defaultValue = "") String krav,
            @RequestParam(defaultValue = "") String periode,
            Model model) {
        Lexicon lexicon = lexicons.current();
        Span span = Span.of(periode);
        Scope scope = Scope.of(viewer, asOf, enhet, PEOPLE, Map.of("krav", krav), lexicon, words);
        Question question = krav.isEmpty() ? scope.headline() : scope.headline().of(new RequirementCode(krav));
        List<Entry> entries = coverage.gapDays(viewer, span.until(asOf.date()), question).stream()
                .flatMap(gap -> entry(gap, asOf, words))
                .toList();
        model.addAttribute("scope", scope);
        model.addAttribute("back", scope.link(PATH, Map.of("periode", span.code())));
        model.addAttribute(
                "view", lists.of(scope, "gapdager", words.text("planning.gapDays.title"), entries, lexicon, words));
        return "planning/ansatte";
    }

    private Stream<Entry> entry(GapDays gap, AsOf asOf, Words words) {
        Optional<Employee> employee = employees.find(gap.employee());
        return employee.stream()
                .map(each -> new Entry(
                        each.id(),
                        gap.requirement(),
                        asOf.date(),
                        words.text("planning.gapDays.days", gap.days()),
                        ""));
    }
}
