package no.kompetansebro.training.gatherings;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.Gathering;
import no.kompetansebro.learning.GatheringId;
import no.kompetansebro.learning.Gatherings;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.Items;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.TimeOrderedId;
import no.kompetansebro.training.gatherings.Outcome.Done;
import no.kompetansebro.training.gatherings.Outcome.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where HR plans a gathering or changes one. */
@Controller
class GatheringFormPage {

    private static final String NEW = GatheringsPage.PATH + "/ny";
    private static final String CHANGE = GatheringPage.ONE + "/endre";

    private final Gatherings gatherings;
    private final Scheduling scheduling;
    private final Items items;
    private final Employees employees;
    private final EmployerCalendar calendar;
    private final Clock clock;

    GatheringFormPage(
            Gatherings gatherings,
            Scheduling scheduling,
            Items items,
            Employees employees,
            EmployerCalendar calendar,
            Clock clock) {
        this.gatherings = gatherings;
        this.scheduling = scheduling;
        this.items = items;
        this.employees = employees;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param id empty for a new one
     * @param items names by code
     * @param errors message keys by field
     * @param refusal a message key; empty where nothing was refused
     */
    record View(
            String id,
            String action,
            GatheringForm form,
            Map<String, String> items,
            Map<String, String> errors,
            String refusal) {}

    @GetMapping(NEW)
    String begin(Viewer viewer, Words words, @RequestParam(defaultValue = "") String element, Model model) {
        Scheduling.require(viewer);
        GatheringForm blank = GatheringForm.blank();
        GatheringForm form = new GatheringForm(0, element, blank.days(), "", "", "", "", "", "");
        return page(model, "", form, Map.of(), "", words);
    }

    @PostMapping(NEW)
    String plan(Viewer viewer, Words words, @RequestParam MultiValueMap<String, String> fields, Model model) {
        Scheduling.require(viewer);
        GatheringForm form = GatheringForm.of(fields);
        GatheringFormCheck check = check(form);
        Optional<Gathering> gathering = check.gathering(new GatheringId(TimeOrderedId.next(clock.instant())));
        if (gathering.isEmpty()) {
            return page(model, "", form, check.errors(), "", words);
        }
        scheduling.plan(viewer, gathering.get(), clock.instant());
        return GatheringPage.back(gathering.get().id().value(), new Done(0, 0), "planned");
    }

    @GetMapping(CHANGE)
    String look(Viewer viewer, Words words, @PathVariable UUID id, Model model) {
        Scheduling.require(viewer);
        Gathering gathering = gatherings
                .find(new GatheringId(id))
                .filter(each -> each.cancelled().isEmpty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!scheduling.mayChange(viewer, gathering.id())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        String responsible = gathering
                .responsible()
                .flatMap(employees::find)
                .map(employee -> employee.number().value())
                .orElse("");
        GatheringForm form = GatheringForm.of(gathering, calendar.dates().zone(), responsible);
        return page(model, id.toString(), form, Map.of(), "", words);
    }

    @PostMapping(CHANGE)
    String change(
            Viewer viewer,
            Words words,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model) {
        Scheduling.require(viewer);
        GatheringForm form = GatheringForm.of(fields);
        GatheringFormCheck check = check(form);
        Optional<Gathering> gathering = check.gathering(new GatheringId(id));
        if (gathering.isEmpty()) {
            return page(model, id.toString(), form, check.errors(), "", words);
        }
        Outcome outcome = scheduling.change(viewer, gathering.get(), clock.instant());
        GatheringPage.refuseOthers(outcome);
        return switch (outcome) {
            case Done done -> GatheringPage.back(id, done, "saved");
            case Refused(var why) ->
                page(
                        model,
                        id.toString(),
                        form,
                        Map.of(),
                        "training.gatherings.outcome." + why.name().toLowerCase(Locale.ROOT),
                        words);
        };
    }

    private GatheringFormCheck check(GatheringForm form) {
        Map<ItemCode, Item> known = new LinkedHashMap<>();
        items.all().forEach(item -> known.put(item.code(), item));
        return new GatheringFormCheck(form, calendar.dates().zone(), known, this::employee);
    }

    private Optional<EmployeeId> employee(EmployeeNumber number) {
        return employees.find(number).map(Employee::id);
    }

    private String page(
            Model model, String id, GatheringForm form, Map<String, String> errors, String refusal, Words words) {
        String action = id.isEmpty() ? NEW : GatheringsPage.PATH + "/" + id + "/endre";
        model.addAttribute("view", new View(id, action, form, names(words), errors, refusal));
        return "training/samling-skjema";
    }

    private Map<String, String> names(Words words) {
        List<Item> gathered = items.all().stream()
                .filter(GatheringFormCheck::isGathered)
                .sorted(Comparator.comparing(item -> words.name(item.name())))
                .toList();
        Map<String, String> names = new LinkedHashMap<>();
        gathered.forEach(item -> names.put(item.code().value(), words.name(item.name())));
        return names;
    }
}
