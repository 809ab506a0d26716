package no.kompetansebro.planning.recruitment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.DateControl;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.HrArea;
import no.kompetansebro.planning.PlanningPage;
import no.kompetansebro.planning.recruitment.RecruitmentViews.Asked;
import no.kompetansebro.shared.NavigationEntry;
import no.kompetansebro.tables.TableFiles;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Recruitment: what is needed, who leaves, who is educated, and what that does to what is covered. Says nobody's name. */
@Controller
class RecruitmentPage implements PlanningPage {

    static final String PATH = "/planlegging/rekruttering";
    static final String KEPT = "lagret";

    private static final String STALE = "endret";
    private static final String WRONG = "ugyldig";
    private static final Set<String> OUTCOMES = Set.of(KEPT, STALE, WRONG);

    private final RecruitmentViews views;
    private final NeedPlans plans;
    private final RetirementAges ages;
    private final HrArea area;
    private final TableFiles files;

    RecruitmentPage(RecruitmentViews views, NeedPlans plans, RetirementAges ages, HrArea area, TableFiles files) {
        this.views = views;
        this.plans = plans;
        this.ages = ages;
        this.area = area;
        this.files = files;
    }

    @Override
    public NavigationEntry entry() {
        return PlanningPage.page(Place.RECRUITMENT, "planning.recruitment.title", PATH);
    }

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam(defaultValue = "") String krav,
            @RequestParam(defaultValue = "") String utfall,
            Model model) {
        Asked asked = new Asked(viewer, asOf, unit(viewer, enhet), krav, OUTCOMES.contains(utfall) ? utfall : "");
        model.addAttribute("dates", DateControl.of(asOf, words, PATH, asked.parameters()));
        model.addAttribute("view", views.of(asked, words));
        return "planning/rekruttering";
    }

    @GetMapping(PATH + TableFiles.ENDINGS)
    ResponseEntity<byte[]> file(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String enhet) {
        Asked asked = new Asked(viewer, asOf, unit(viewer, enhet), "", "");
        return files.ofFigures(views.table(asked, words).table(), format);
    }

    /** Keeps the table of needs with its assumptions of turnover. */
    @PostMapping(PATH)
    String keep(
            Viewer viewer,
            AsOf asOf,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam MultiValueMap<String, String> fields) {
        Optional<UnitCode> unit = unit(viewer, enhet);
        Horizon horizon = new Horizon(asOf.date());
        Optional<NeedPlan> plan = new NeedForm(fields, horizon.years()).read();
        return back(asOf, enhet, plan.isEmpty() ? WRONG : plans.keep(unit, plan.get(), horizon, viewer) ? KEPT : STALE);
    }

    /** Keeps the age of retirement, which is one for the whole employer. */
    @PostMapping(PATH + "/pensjonsalder")
    String keepAge(
            Viewer viewer,
            AsOf asOf,
            @RequestParam(defaultValue = "") String alder,
            @RequestParam int versjon,
            @RequestParam(defaultValue = "") String enhet) {
        if (!viewer.everything()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        String age = alder.strip();
        if (!age.matches("(5\\d|6\\d|7\\d|80)?")) {
            return back(asOf, enhet, WRONG);
        }
        OptionalInt said = age.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(age));
        return back(asOf, enhet, ages.keep(new RetirementAges.RetirementAge(said, versjon)) ? KEPT : STALE);
    }

    private static String back(AsOf asOf, String unit, String outcome) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("enhet", unit);
        parameters.put("utfall", outcome);
        return "redirect:" + asOf.link(PATH, parameters);
    }

    /** The unit that is asked for, or the first that the viewer plans for; empty for everybody. */
    private Optional<UnitCode> unit(Viewer viewer, String asked) {
        if (!viewer.plans()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Optional<UnitCode> unit = asked.isEmpty() && !viewer.everything()
                ? area.choices(viewer).stream().findFirst().map(choice -> new UnitCode(choice.code()))
                : Optional.of(asked).filter(code -> !code.isEmpty()).map(UnitCode::new);
        if (!area.isOf(viewer, unit) || unit.filter(each -> !area.exists(each)).isPresent()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return unit;
    }
}
