package no.kompetansebro.training.proof;

import static no.kompetansebro.training.proof.Authority.oneself;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.proof.Claim.Kind;
import no.kompetansebro.training.proof.Claim.Subject;
import no.kompetansebro.training.proof.DocumentCheck.Refused;
import no.kompetansebro.training.proof.DocumentCheck.Sound;
import no.kompetansebro.training.proof.HandIn.Attached;
import no.kompetansebro.training.proof.HandIn.Outcome;
import no.kompetansebro.training.proof.HandIn.Said;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where employees hand in a certificate, declare a competence, or tell of something done without an LMS. */
@Controller
class HandInPage {

    static final String PATH = "/opplaering/lever";
    static final String BACK = "/min-kompetanse";

    private static final int UNPROCESSABLE = 422;

    private final HandIn handIn;
    private final HandInChoices choices;
    private final DocumentCheck check;
    private final EmployerCalendar calendar;
    private final Clock clock;

    HandInPage(HandIn handIn, HandInChoices choices, DocumentCheck check, EmployerCalendar calendar, Clock clock) {
        this.handIn = handIn;
        this.choices = choices;
        this.check = check;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What is handed in, as addresses call it. */
    enum Slag {
        BEVIS(Kind.CERTIFICATE),
        EGENMELDING(Kind.DECLARATION),
        AKTIVITET(Kind.ACTIVITY);

        private final Kind kind;

        Slag(Kind kind) {
            this.kind = kind;
        }

        String address() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Slag of(String address) {
            return Arrays.stream(values())
                    .filter(each -> each.address().equals(address))
                    .findFirst()
                    .orElse(BEVIS);
        }
    }

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            Words words,
            @RequestParam(defaultValue = "") String slag,
            @RequestParam(defaultValue = "") String krav,
            @RequestParam(name = TooLargeUploads.PARAMETER, defaultValue = "") String tooLarge,
            Model model) {
        oneself(viewer);
        Fields fields = Fields.fresh(Map.of("hva", choices.required(krav), "krav", krav), clock.instant());
        if (!tooLarge.isEmpty()) {
            fields.wrong("fil", "training.proof.error.file.TOO_LARGE");
        }
        return page(viewer, words, Slag.of(slag), fields, model);
    }

    @PostMapping(PATH)
    String handIn(
            Viewer viewer,
            Words words,
            @RequestParam Map<String, String> values,
            @RequestParam Optional<MultipartFile> fil,
            Model model,
            HttpServletResponse response)
            throws IOException {
        LocalDate today = calendar.today();
        Slag slag = Slag.of(values.getOrDefault("slag", ""));
        Fields fields = new Fields(values);
        Optional<Said> said = said(slag, fields, today);
        Optional<Attached> attached = slag == Slag.BEVIS ? attached(fil, fields) : Optional.empty();
        if (said.isPresent() && fields.sound()) {
            Outcome outcome = handIn.handIn(oneself(viewer), fields.form(), said.get(), attached, today);
            if (outcome == Outcome.HANDED_IN) {
                return "redirect:" + BACK + "?levert=" + slag.address() + "#mine-bevis";
            }
            tell(outcome, fields);
        }
        response.setStatus(UNPROCESSABLE);
        return page(viewer, words, slag, fields, model);
    }

    @PostMapping(PATH + "/{claim}/trekk")
    String withdraw(Viewer viewer, @PathVariable UUID claim) {
        boolean withdrawn = handIn.withdraw(oneself(viewer), claim);
        return "redirect:" + BACK + "?levert=" + (withdrawn ? "trukket" : "avgjort") + "#mine-bevis";
    }

    private String page(Viewer viewer, Words words, Slag slag, Fields fields, Model model) {
        model.addAttribute(
                "view",
                new HandInView(
                        slag.address(),
                        choices.tabs(slag, fields.values().getOrDefault("krav", ""), words),
                        choices.of(slag, viewer, calendar.today(), words),
                        fields.values(),
                        fields.errors(),
                        calendar.today().toString(),
                        check.largest() / (1024 * 1024)));
        return "training/lever";
    }

    private static Optional<Said> said(Slag slag, Fields fields, LocalDate today) {
        Optional<Subject> subject = fields.required("hva").map(value -> subject(slag, value));
        fields.required("dato");
        Optional<LocalDate> on = fields.date("dato", today);
        Optional<LocalDate> until = slag == Slag.AKTIVITET ? Optional.empty() : fields.lastDay("gyldig", today);
        return subject.flatMap(about -> on.map(
                date -> new Said(slag.kind, about, date, until, fields.text("motpart"), fields.text("merknad"))));
    }

    private static Subject subject(Slag slag, String value) {
        if (slag == Slag.AKTIVITET) {
            return new Subject.OfItem(new ItemCode(value));
        }
        int bar = value.indexOf('|');
        return bar < 0
                ? new Subject.OfCompetence(new CompetenceCode(value), Optional.empty())
                : new Subject.OfCompetence(
                        new CompetenceCode(value.substring(0, bar)), Optional.of(value.substring(bar + 1)));
    }

    private Optional<Attached> attached(Optional<MultipartFile> file, Fields fields) throws IOException {
        if (file.isEmpty() || file.get().isEmpty()) {
            fields.wrong("fil", "training.proof.error.file.EMPTY");
            return Optional.empty();
        }
        return switch (check.check(file.get().getBytes())) {
            case Refused(var why) -> {
                fields.wrong("fil", "training.proof.error.file." + why.name());
                yield Optional.empty();
            }
            case Sound sound ->
                Optional.of(new Attached(DocumentName.of(file.get().getOriginalFilename(), sound.type()), sound));
        };
    }

    private static void tell(Outcome outcome, Fields fields) {
        switch (outcome) {
            case SUBJECT_UNKNOWN -> fields.wrong("hva", "training.proof.error.subject");
            case IN_THE_FUTURE -> fields.wrong("dato", "training.proof.error.future");
            case ENDS_BEFORE_IT_STARTS -> fields.wrong("gyldig", "training.proof.error.order");
            case TOO_MUCH_WAITS -> fields.wrong("hva", "training.proof.error.waiting");
            case COUNTERPART_MISSING -> fields.wrong("motpart", "training.proof.error.missing");
            case HANDED_IN -> {}
        }
    }
}
