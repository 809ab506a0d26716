package no.kompetansebro.training.proof;

import static no.kompetansebro.training.proof.Authority.oneself;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.evidence.Entries;
import no.kompetansebro.evidence.Entries.Book;
import no.kompetansebro.evidence.Entries.Entry;
import no.kompetansebro.evidence.Entries.FactKey;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.proof.Disputes.Dispute;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where employees say that an entry about them is wrong, and leaders and HR answer. */
@Controller
class DisputePage {

    static final String PATH = "/opplaering/innsigelse";
    static final String OPEN = "/opplaering/innsigelser";

    private static final List<String> OUTCOMES = List.of("rettet", "beholdt", "avgjort", "grunn");

    private final Disputes disputes;
    private final Entries entries;
    private final Authority authority;
    private final Saying saying;
    private final EmployerCalendar calendar;
    private final Looks looks;

    DisputePage(
            Disputes disputes,
            Entries entries,
            Authority authority,
            Saying saying,
            EmployerCalendar calendar,
            Looks looks) {
        this.disputes = disputes;
        this.entries = entries;
        this.authority = authority;
        this.saying = saying;
        this.calendar = calendar;
        this.looks = looks;
    }

    /** The form of the employee. */
    record Form(
            String book,
            String source,
            String id,
            String subject,
            String dates,
            String from,
            Map<String, String> errors) {}

    /** A dispute that waits. */
    record Row(UUID id, String name, String subject, String dates, String from, String objection, String since) {}

    /** Those that wait. */
    record View(List<Row> rows, String outcome) {}

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            Words words,
            @RequestParam Book bok,
            @RequestParam String kilde,
            @RequestParam String id,
            Model model) {
        return form(viewer, words, new FactKey(bok, kilde, id), new Fields(new HashMap<>()), model);
    }

    @PostMapping(PATH)
    String dispute(
            Viewer viewer,
            Words words,
            @RequestParam Book bok,
            @RequestParam String kilde,
            @RequestParam String id,
            @RequestParam Map<String, String> values,
            Model model) {
        FactKey key = new FactKey(bok, kilde, id);
        Fields fields = new Fields(values);
        Optional<String> objection = fields.required("tekst");
        if (objection.isEmpty()) {
            return form(viewer, words, key, fields, model);
        }
        disputes.dispute(oneself(viewer), key, objection.get());
        return "redirect:" + HandInPage.BACK + "#mine-opplysninger";
    }

    @GetMapping(OPEN)
    String open(Viewer viewer, Words words, @RequestParam(defaultValue = "") String utfall, Model model) {
        authority.requireAny(viewer);
        looks.atList(viewer, AttestPage.capacity(viewer), "innsigelser", Optional.empty());
        ClaimWords say = saying.in(words);
        model.addAttribute(
                "view",
                new View(
                        disputes.open(viewer, calendar.today()).stream()
                                .map(dispute -> row(dispute, say))
                                .toList(),
                        OUTCOMES.contains(utfall) ? words.text("training.proof.dispute.outcome." + utfall) : ""));
        return "training/innsigelser";
    }

    @PostMapping(OPEN + "/{id}")
    String decide(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam String valg,
            @RequestParam(defaultValue = "") String svar) {
        authority.requireAny(viewer);
        boolean correct = valg.equals("rett");
        Optional<String> answer = new Fields(Map.of("svar", svar)).text("svar");
        if (answer.isEmpty()) {
            return "redirect:" + OPEN + "?utfall=grunn";
        }
        boolean decided = disputes.decide(viewer, id, correct, answer.get());
        return "redirect:" + OPEN + "?utfall=" + (!decided ? "avgjort" : correct ? "rettet" : "beholdt");
    }

    private Row row(Dispute dispute, ClaimWords say) {
        EntryWords words = new EntryWords(say);
        Optional<Entry> entry = entries.find(dispute.key());
        return new Row(
                dispute.id(),
                saying.name(dispute.employee()),
                entry.map(words::subject).orElse(""),
                entry.map(words::dates).orElse(""),
                entry.map(words::source).orElse(""),
                dispute.objection(),
                say.day(dispute.madeAt()));
    }

    private String form(Viewer viewer, Words words, FactKey key, Fields fields, Model model) {
        Entry entry = entries.find(key)
                .filter(found -> found.employee().equals(oneself(viewer)))
                .orElseThrow(Authority::notFound);
        EntryWords say = new EntryWords(saying.in(words));
        model.addAttribute(
                "view",
                new Form(
                        key.book().name(),
                        key.source(),
                        key.externalId(),
                        say.subject(entry),
                        say.dates(entry),
                        say.source(entry),
                        fields.errors()));
        return "training/innsigelse";
    }
}
