package no.kompetansebro.training.proof;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.proof.Claim.Subject;
import no.kompetansebro.training.proof.Decisions.Activity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a leader registers what people did together without an LMS: learning groups, mentoring, practice, guidance. */
@Controller
class ActivityPage {

    static final String PATH = "/opplaering/aktiviteter";

    private final Decisions decisions;
    private final Catalogued catalogue;
    private final OwnPeople people;
    private final Authority authority;
    private final EmployerCalendar calendar;
    private final Looks looks;
    private final Clock clock;

    ActivityPage(
            Decisions decisions,
            Catalogued catalogue,
            OwnPeople people,
            Authority authority,
            EmployerCalendar calendar,
            Looks looks,
            Clock clock) {
        this.decisions = decisions;
        this.catalogue = catalogue;
        this.people = people;
        this.authority = authority;
        this.calendar = calendar;
        this.looks = looks;
        this.clock = clock;
    }

    /** What the page shows. */
    record View(
            List<OwnPeople.Choice> units,
            String unit,
            List<HandInView.Choice> items,
            List<OwnPeople.Person> people,
            Set<String> chosen,
            Map<String, String> values,
            Map<String, String> errors,
            String today) {}

    @GetMapping(PATH)
    String show(Viewer viewer, Words words, @RequestParam(defaultValue = "") String enhet, Model model) {
        authority.requireAny(viewer);
        Fields fields = Fields.fresh(Map.of("dato", calendar.today().toString()), clock.instant());
        return page(viewer, words, enhet, List.of(), fields, model);
    }

    @PostMapping(PATH)
    String register(
            Viewer viewer,
            Words words,
            @RequestParam Map<String, String> values,
            @RequestParam(defaultValue = "") List<UUID> person,
            Model model) {
        authority.requireAny(viewer);
        Fields fields = new Fields(values);
        Optional<Activity> activity = activity(fields, calendar.today());
        if (person.isEmpty()) {
            fields.wrong("person", "training.proof.error.people");
        }
        if (activity.isPresent() && fields.sound()) {
            List<EmployeeId> chosen =
                    person.stream().distinct().map(EmployeeId::new).toList();
            int registered = decisions.register(viewer, fields.form(), chosen, activity.get());
            return "redirect:" + AttestPage.PATH + "?utfall=registrert&antall=" + registered;
        }
        return page(viewer, words, values.getOrDefault("enhet", ""), person, fields, model);
    }

    private Optional<Activity> activity(Fields fields, LocalDate today) {
        Optional<Subject.OfItem> item =
                fields.required("hva").map(ItemCode::new).map(Subject.OfItem::new);
        item.filter(each -> !catalogue.has(each)).ifPresent(_ -> fields.wrong("hva", "training.proof.error.subject"));
        fields.required("dato");
        Optional<LocalDate> on = fields.date("dato", today);
        on.filter(date -> date.isAfter(today)).ifPresent(_ -> fields.wrong("dato", "training.proof.error.future"));
        Optional<String> with = fields.required("motpart");
        return item.flatMap(each -> on.flatMap(
                date -> with.map(counterpart -> new Activity(each, date, counterpart, fields.text("merknad")))));
    }

    private String page(Viewer viewer, Words words, String asked, List<UUID> chosen, Fields fields, Model model) {
        UnitCode unit = people.unit(viewer, asked).orElseThrow(Authority::notFound);
        looks.atList(viewer, AttestPage.capacity(viewer), "aktiviteter", Optional.of(unit.value()));
        model.addAttribute(
                "view",
                new View(
                        people.choices(viewer, unit),
                        unit.value(),
                        catalogue.activities().stream()
                                .map(item -> new HandInView.Choice(item.code().value(), words.name(item.name())))
                                .toList(),
                        people.of(viewer, unit, calendar.today()),
                        chosen.stream().map(UUID::toString).collect(Collectors.toSet()),
                        fields.values(),
                        fields.errors(),
                        calendar.today().toString()));
        return "training/aktiviteter";
    }
}
