package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.engine.Explanation;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.Employment;
import no.kompetansebro.organisation.Employments;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.training.assigning.Assignment.Wish;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where something is assigned: what, to whom, by when; then what would come of it; then done. */
@Controller
class AssignPage {

    static final String PATH = "/opplaering/tildel";

    private final AssignForms forms;
    private final Reviews reviews;
    private final Previews previews;
    private final Assigning assigning;
    private final Coverage coverage;
    private final Employments employments;
    private final EmployerCalendar calendar;
    private final Looks looks;

    AssignPage(
            AssignForms forms,
            Reviews reviews,
            Previews previews,
            Assigning assigning,
            Coverage coverage,
            Employments employments,
            EmployerCalendar calendar,
            Looks looks) {
        this.forms = forms;
        this.reviews = reviews;
        this.previews = previews;
        this.assigning = assigning;
        this.coverage = coverage;
        this.employments = employments;
        this.calendar = calendar;
        this.looks = looks;
    }

    /**
     * The empty form, or one that is filled in from a requirement.
     *
     * @param krav what would cover this requirement: for the one employee, or for all of the unit who lack it
     */
    @GetMapping(PATH)
    String show(
            Viewer viewer,
            Words words,
            @RequestParam(defaultValue = "") String krav,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model) {
        require(viewer);
        MultiValueMap<String, String> filled = new LinkedMultiValueMap<>(parameters);
        if (filled.getOrDefault(AssignForm.UNIT, List.of()).stream().allMatch(String::isBlank)) {
            first(viewer).ifPresent(unit -> filled.set(AssignForm.UNIT, unit));
        }
        if (!krav.isEmpty()) {
            fillIn(viewer, new RequirementCode(krav), filled);
        }
        return form(viewer, words, AssignForm.of(filled), List.of(), model);
    }

    /** The unit that the viewer leads, else the one that HR may see. */
    private static Optional<String> first(Viewer viewer) {
        return viewer.ledUnits().stream()
                .min(UnitCode::compareTo)
                .or(() -> viewer.hrUnits().stream().min(UnitCode::compareTo))
                .map(UnitCode::value);
    }

    private void fillIn(Viewer viewer, RequirementCode requirement, MultiValueMap<String, String> filled) {
        LocalDate today = calendar.today();
        if (!filled.containsKey(AssignForm.PERSON)) {
            Question gaps = Question.asOf(today)
                    .in(new UnitCode(Optional.ofNullable(filled.getFirst(AssignForm.UNIT))
                            .orElse("")))
                    .of(requirement);
            coverage.pairs(viewer, gaps, pair -> {
                if (pair.status().isGap()) {
                    filled.add(AssignForm.PERSON, pair.employeeId().toString());
                }
            });
        }
        filled.set(AssignForm.TO, "ansatte");
        unitOfFirst(viewer, filled, today).ifPresent(unit -> filled.set(AssignForm.UNIT, unit));
        filled.getOrDefault(AssignForm.PERSON, List.of()).stream()
                .limit(1)
                .flatMap(text -> employee(text).stream())
                .flatMap(person ->
                        coverage.explanation(viewer, person, requirement, today).map(Explanation::nextSteps).stream())
                .flatMap(List::stream)
                .map(ItemCode::value)
                .forEach(item -> filled.add(AssignForm.ITEM, item));
    }

    /** Where the first of the people works, who would not be among the people to choose from otherwise. */
    private Optional<String> unitOfFirst(Viewer viewer, MultiValueMap<String, String> filled, LocalDate today) {
        return Optional.ofNullable(filled.getFirst(AssignForm.PERSON))
                .filter(_ -> Optional.ofNullable(filled.getFirst(AssignForm.UNIT))
                        .filter(unit -> !unit.isBlank())
                        .isEmpty())
                .flatMap(AssignPage::employee)
                .flatMap(person -> employments.of(person, today).stream()
                        .map(Employment::unit)
                        .filter(viewer::sees)
                        .findFirst())
                .map(UnitCode::value);
    }

    private static Optional<EmployeeId> employee(String text) {
        try {
            return Optional.of(new EmployeeId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The form again, with what was filled in: another unit's people, or to change something. */
    @PostMapping(PATH + "/skjema")
    String again(Viewer viewer, Words words, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        require(viewer);
        return form(viewer, words, AssignForm.of(parameters), List.of(), model);
    }

    /** What would come of it. */
    @PostMapping(PATH + "/se-over")
    String review(Viewer viewer, Words words, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        require(viewer);
        AssignForm form = AssignForm.of(parameters);
        LocalDate today = calendar.today();
        AssignReading reading = new AssignReading(form, today);
        Optional<Wish> wish = reading.wish();
        if (wish.isEmpty()) {
            return form(viewer, words, form, reading.errors(), model);
        }
        Preview preview = previews.of(viewer, wish.get(), today).orElseThrow(AssignPage::refused);
        looks.atList(viewer, AssignedPage.capacity(viewer), "tildel", Optional.of(form.value(AssignForm.UNIT)));
        model.addAttribute("view", reviews.of(form, wish.get(), preview, words));
        return "training/tildel-se-over";
    }

    @PostMapping(PATH)
    String assign(Viewer viewer, Words words, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        require(viewer);
        AssignForm form = AssignForm.of(parameters);
        LocalDate today = calendar.today();
        AssignReading reading = new AssignReading(form, today);
        Optional<Wish> wish = reading.wish();
        if (wish.isEmpty()) {
            return form(viewer, words, form, reading.errors(), model);
        }
        return switch (assigning.assign(viewer, wish.get(), today)) {
            case Outcome.Done(AssignmentId id) -> "redirect:" + AssignedPage.PATH + "/" + id + "?utfall=tildelt";
            case Outcome.Refused _ -> throw refused();
            case Outcome.Unknown _, Outcome.Overtaken _ ->
                form(viewer, words, form, List.of("training.assign.error.items"), model);
        };
    }

    private String form(Viewer viewer, Words words, AssignForm form, List<String> errors, Model model) {
        looks.atList(viewer, AssignedPage.capacity(viewer), "tildel", Optional.of(form.value(AssignForm.UNIT)));
        model.addAttribute("view", forms.of(viewer, form, errors, calendar.today(), words));
        model.addAttribute("today", calendar.today());
        return "training/tildel";
    }

    private static void require(Viewer viewer) {
        if (!Reach.mayAssign(viewer) || viewer.employee().isEmpty()) {
            throw refused();
        }
    }

    private static ResponseStatusException refused() {
        return new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}
