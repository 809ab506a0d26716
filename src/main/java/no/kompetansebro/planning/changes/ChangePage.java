package no.kompetansebro.planning.changes;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.DateControl;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.PlanningPage;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.NavigationEntry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What has changed between two dates, and why; each cause leads to its people. Looks at people are kept. */
@Controller
class ChangePage implements PlanningPage {

    private static final int YEARS = 30;

    private final ChangeViews views;
    private final Lexicons lexicons;
    private final Looks looks;

    ChangePage(ChangeViews views, Lexicons lexicons, Looks looks) {
        this.views = views;
        this.lexicons = lexicons;
        this.looks = looks;
    }

    @Override
    public NavigationEntry entry() {
        return PlanningPage.page(Place.CHANGES, "planning.changes.menu", ChangeQuestion.PATH);
    }

    @GetMapping(ChangeQuestion.PATH)
    String show(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam(defaultValue = "") String fra,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam(defaultValue = "") String krav,
            @RequestParam(defaultValue = "") String arsak,
            Model model) {
        if (!viewer.plans()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        ChangeQuestion question = new ChangeQuestion(viewer, asOf, from(fra, asOf), enhet, krav, arsak);
        Lexicon lexicon = lexicons.current();
        refuseWhatIsNotThere(question, lexicon);
        question.asked()
                .ifPresent(_ -> looks.atList(
                        viewer,
                        Looks.Capacity.HR,
                        "endringer",
                        Optional.of(enhet).filter(unit -> !unit.isEmpty())));
        model.addAttribute("dates", DateControl.of(asOf, words, ChangeQuestion.PATH, question.parameters()));
        model.addAttribute("view", views.of(question, lexicon, words));
        return "planning/endringer";
    }

    private static LocalDate from(String text, AsOf asOf) {
        try {
            LocalDate from = text.isBlank() ? ChangeQuestion.endOfTertialBefore(asOf.date()) : LocalDate.parse(text);
            if (Math.abs(from.getYear() - asOf.today().getYear()) > YEARS) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "fra is too far away");
            }
            return from;
        } catch (DateTimeParseException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "fra is no date", e);
        }
    }

    private static void refuseWhatIsNotThere(ChangeQuestion question, Lexicon lexicon) {
        boolean unit = question.unit().isEmpty()
                || lexicon.units()
                        .unit(new UnitCode(question.unit()))
                        .filter(each -> question.viewer().sees(each.code()))
                        .isPresent();
        boolean requirement = question.requirement().isEmpty()
                || lexicon.requirements().containsKey(new RequirementCode(question.requirement()));
        if (!unit || !requirement) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!question.cause().isEmpty() && question.asked().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "arsak is no cause");
        }
    }
}
