package no.kompetansebro.training.reminders;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Navigation;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.NavigationArea;
import no.kompetansebro.shared.NavigationEntry;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where an administrator switches reminders on, looks at one, and sees what went and what did not. */
@Controller
class RemindersPage implements Navigation {

    static final String PATH = "/administrasjon/paminnelser";

    private static final int RUNS = 10;
    private static final int FAILURES = 50;
    private static final Set<String> OUTCOMES = Set.of(
            "saved", "server", "sender", "days", "time", "sent", "notsent", "noaddress", "nosender", "retried", "gone");
    private static final Set<String> BAD =
            Set.of("server", "sender", "days", "time", "notsent", "noaddress", "nosender", "gone");

    private final SettingsBook book;
    private final SettingsForm form;
    private final MailServer server;
    private final Composition composition;
    private final ReminderRuns runs;
    private final Notices notices;
    private final Letters letters;
    private final Employees employees;
    private final EmployerCalendar calendar;
    private final Clock clock;

    RemindersPage(
            SettingsBook book,
            SettingsForm form,
            MailServer server,
            Composition composition,
            ReminderRuns runs,
            Notices notices,
            Letters letters,
            Employees employees,
            EmployerCalendar calendar,
            Clock clock) {
        this.book = book;
        this.form = form;
        this.server = server;
        this.composition = composition;
        this.runs = runs;
        this.notices = notices;
        this.letters = letters;
        this.employees = employees;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What the page shows. */
    record View(
            boolean server,
            boolean on,
            Settings settings,
            int leadersOn,
            String daysAhead,
            String standardLanguage,
            List<ReminderRuns.Listed> runs,
            List<Notices.Failure> failures,
            long waiting,
            Optional<String> trouble,
            String language,
            String subject,
            String preview,
            String outcome,
            boolean bad,
            ZoneId zone) {}

    @Override
    public List<NavigationEntry> entries(Viewer viewer) {
        return viewer.administrator()
                ? List.of(
                        new NavigationEntry(NavigationArea.ADMINISTRATION, "training.reminders.admin.title", PATH, 840))
                : List.of();
    }

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            @RequestParam(defaultValue = "") String utfall,
            @RequestParam(defaultValue = "") String sprak,
            Model model) {
        require(viewer);
        Settings settings = book.find();
        Language language = Language.of(sprak).orElse(settings.language());
        Digest example = composition.example(name(viewer), language, calendar.today());
        model.addAttribute(
                "view",
                new View(
                        server.isConfigured(),
                        settings.isOn(),
                        settings,
                        settings.leadersOn().getValue(),
                        settings.daysAhead().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                        settings.language().code(),
                        runs.last(RUNS),
                        notices.failures(FAILURES),
                        notices.waiting(),
                        notices.serverTrouble(),
                        language.code(),
                        example.subject(),
                        example.plain(),
                        OUTCOMES.contains(utfall) ? utfall : "",
                        BAD.contains(utfall),
                        calendar.dates().zone()));
        return "training/paminnelser-oppsett";
    }

    @PostMapping(PATH)
    String save(
            Viewer viewer,
            Principal who,
            @RequestParam(defaultValue = "false") boolean pa,
            @RequestParam int time,
            @RequestParam int lederdag,
            @RequestParam String dager,
            @RequestParam int pause,
            @RequestParam String avsender,
            @RequestParam String standardsprak) {
        require(viewer);
        SettingsForm.Filled filled = new SettingsForm.Filled(pa, time, lederdag, dager, pause, avsender, standardsprak);
        Instant now = clock.instant();
        return back(
                switch (form.read(filled, book.find(), server.isConfigured(), now)) {
                    case SettingsForm.Reading.Fine(Settings settings) -> {
                        book.save(settings, who.getName(), now);
                        yield "saved";
                    }
                    case SettingsForm.Reading.Wrong(String code) -> code;
                });
    }

    @PostMapping(PATH + "/prov")
    String test(Viewer viewer, @RequestParam(defaultValue = "") String sprak) {
        require(viewer);
        Settings settings = book.find();
        Optional<String> address = viewer.employee()
                .flatMap(employees::find)
                .flatMap(Employee::email)
                .filter(Mail::isAddress);
        if (!server.isConfigured()) {
            return back("server");
        }
        if (settings.sender().isEmpty()) {
            return back("nosender");
        }
        return back(address.map(to -> send(viewer, to, Language.of(sprak).orElse(settings.language()), settings))
                .orElse("noaddress"));
    }

    private String send(Viewer viewer, String to, Language language, Settings settings) {
        LocalDate today = calendar.today();
        Mail mail = composition.mail(
                TimeOrderedId.next(clock.instant()),
                settings.sender(),
                to,
                language,
                composition.example(name(viewer), language, today));
        return server.send(mail) instanceof Answer.Accepted ? "sent" : "notsent";
    }

    @PostMapping(PATH + "/{letter}/igjen")
    String again(Viewer viewer, @PathVariable UUID letter) {
        require(viewer);
        return back(letters.retry(letter, clock.instant()) ? "retried" : "gone");
    }

    private String name(Viewer viewer) {
        return viewer.employee()
                .flatMap(employees::find)
                .map(Employee::givenName)
                .orElse("Kari");
    }

    private static String back(String outcome) {
        return "redirect:" + PATH + "?utfall=" + outcome;
    }

    private static void require(Viewer viewer) {
        if (!viewer.administrator()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
