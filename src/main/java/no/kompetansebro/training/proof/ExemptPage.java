package no.kompetansebro.training.proof;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.Exemption;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.training.proof.Exempting.Kind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where leaders and HR exempt people from a requirement with a reason and an end, see who is exempt, and end it. */
@Controller
class ExemptPage {

    static final String PATH = "/opplaering/fritak";

    private static final List<String> OUTCOMES = List.of("gitt", "finnes", "avsluttet", "avgjort", "grunn");

    private final Exempting exempting;
    private final ExemptLists lists;
    private final OwnPeople people;
    private final Authority authority;
    private final Saying saying;
    private final Lexicons lexicons;
    private final EmployerCalendar calendar;
    private final Looks looks;

    ExemptPage(
            Exempting exempting,
            ExemptLists lists,
            OwnPeople people,
            Authority authority,
            Saying saying,
            Lexicons lexicons,
            EmployerCalendar calendar,
            Looks looks) {
        this.exempting = exempting;
        this.lists = lists;
        this.people = people;
        this.authority = authority;
        this.saying = saying;
        this.lexicons = lexicons;
        this.calendar = calendar;
        this.looks = looks;
    }

    /** The form. */
    record Form(
            UUID employee,
            String requirement,
            String name,
            String what,
            Map<String, String> values,
            Map<String, String> errors,
            String today) {}

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            Words words,
            @RequestParam Optional<UUID> ansatt,
            @RequestParam(defaultValue = "") String krav,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam(defaultValue = "") String utfall,
            Model model) {
        authority.requireAny(viewer);
        return ansatt.map(EmployeeId::new)
                .map(person -> form(viewer, words, person, krav, new Fields(new HashMap<>()), model))
                .orElseGet(() -> list(viewer, words, enhet, utfall, model));
    }

    @PostMapping(PATH)
    String exempt(
            Viewer viewer,
            Words words,
            @RequestParam UUID ansatt,
            @RequestParam String krav,
            @RequestParam Map<String, String> values,
            Model model) {
        EmployeeId person = new EmployeeId(ansatt);
        authority.requireAbout(viewer, person);
        LocalDate today = calendar.today();
        Fields fields = new Fields(values);
        Kind kind = values.getOrDefault("slag", "").equals("dispensasjon") ? Kind.DISPENSATION : Kind.EXEMPTION;
        Optional<String> reason = fields.required("grunn");
        fields.required("til");
        Optional<LocalDate> until = fields.lastDay("til", today);
        until.filter(end -> !end.isAfter(today))
                .ifPresent(_ -> fields.wrong("til", "training.proof.exempt.error.past"));
        Optional<String> measure = kind == Kind.DISPENSATION ? fields.required("tiltak") : fields.text("tiltak");
        if (!fields.sound()) {
            return form(viewer, words, person, krav, fields, model);
        }
        Exemption exemption = new Exemption(person, new RequirementCode(krav), today, until, reason.orElseThrow());
        return back(exempting.exempt(viewer, exemption, kind, measure) ? "gitt" : "finnes");
    }

    @PostMapping(PATH + "/avslutt")
    String end(
            Viewer viewer,
            @RequestParam UUID ansatt,
            @RequestParam String krav,
            @RequestParam LocalDate fra,
            @RequestParam(defaultValue = "") String grunn) {
        EmployeeId person = new EmployeeId(ansatt);
        authority.requireAbout(viewer, person);
        Optional<String> reason = new Fields(Map.of("grunn", grunn)).text("grunn");
        if (reason.isEmpty()) {
            return back("grunn");
        }
        Exemption exemption = new Exemption(person, new RequirementCode(krav), fra, Optional.empty(), reason.get());
        return back(exempting.end(viewer, exemption, calendar.today(), reason.get()) ? "avsluttet" : "avgjort");
    }

    private String form(Viewer viewer, Words words, EmployeeId person, String requirement, Fields fields, Model model) {
        authority.requireAbout(viewer, person);
        Lexicon lexicon = lexicons.current();
        RequirementCode code = new RequirementCode(requirement);
        if (!lexicon.requirements().containsKey(code)) {
            throw Authority.notFound();
        }
        looks.atPerson(viewer, AttestPage.capacity(viewer), person, "fritak", Optional.of(requirement));
        model.addAttribute(
                "view",
                new Form(
                        person.value(),
                        requirement,
                        saying.name(person),
                        lexicon.name(code, words),
                        fields.values(),
                        fields.errors(),
                        calendar.today().toString()));
        return "training/fritak";
    }

    private String list(Viewer viewer, Words words, String asked, String outcome, Model model) {
        UnitCode unit = people.unit(viewer, asked).orElseThrow(Authority::notFound);
        looks.atList(viewer, AttestPage.capacity(viewer), "fritak", Optional.of(unit.value()));
        model.addAttribute(
                "view",
                lists.of(
                        viewer,
                        unit,
                        words,
                        OUTCOMES.contains(outcome) ? words.text("training.proof.exempt.outcome." + outcome) : ""));
        return "training/fritak-liste";
    }

    private static String back(String outcome) {
        return "redirect:" + PATH + "?utfall=" + outcome;
    }
}
