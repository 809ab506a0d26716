package no.kompetansebro.training.reminders;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.Persons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Navigation;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.NavigationArea;
import no.kompetansebro.shared.NavigationEntry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What will be sent in the next fourteen days: numbers for administrators, and names for HR of all units, which is kept. */
@Controller
class ComingPage implements Navigation {

    static final String PATH = RemindersPage.PATH + "/kommende";

    private static final int NAMES = 100;

    /** For more it takes so long that one is asked whether one wants to wait. */
    private static final int QUICK = 2_000;

    /** What comes of itself; what leaders remind of by hand is theirs. */
    private static final List<Matter.Kind> KINDS = Arrays.stream(Matter.Kind.values())
            .filter(kind -> kind != Matter.Kind.NUDGE && kind != Matter.Kind.WEEK)
            .toList();

    private final ComingLetters coming;
    private final Persons persons;
    private final SettingsBook book;
    private final Employees employees;
    private final EmployerCalendar calendar;
    private final Looks looks;

    ComingPage(
            ComingLetters coming,
            Persons persons,
            SettingsBook book,
            Employees employees,
            EmployerCalendar calendar,
            Looks looks) {
        this.coming = coming;
        this.persons = persons;
        this.book = book;
        this.employees = employees;
        this.calendar = calendar;
        this.looks = looks;
    }

    /** {@code setup}: whether the viewer may change the settings; {@code asks}: whether it waits to be told to work it out. */
    record View(boolean on, boolean setup, boolean asks, List<String> kinds, List<Row> rows) {}

    /** A day; names are empty for who may not see them, and {@code more} where all are there. */
    record Row(
            String day, int people, int byEmail, List<Integer> kinds, int leaders, List<String> names, String more) {}

    @Override
    public List<NavigationEntry> entries(Viewer viewer) {
        return seesNames(viewer) && !viewer.administrator()
                ? List.of(new NavigationEntry(NavigationArea.TRAINING, "training.reminders.coming.menu", PATH, 70))
                : List.of();
    }

    private static boolean seesNames(Viewer viewer) {
        return viewer.plans() && viewer.everything();
    }

    @GetMapping(PATH)
    String show(Viewer viewer, Words words, @RequestParam(defaultValue = "false") boolean vis, Model model) {
        if (!viewer.administrator() && !seesNames(viewer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Settings settings = book.find();
        boolean asks = !vis && persons.areMoreThan(QUICK);
        List<ComingLetters.Day> days = asks ? List.of() : coming.from(settings, calendar.today());
        if (seesNames(viewer) && !asks) {
            looks.atList(viewer, Looks.Capacity.HR, "paminnelser-kommende", Optional.empty());
        }
        model.addAttribute(
                "view",
                new View(
                        settings.isOn(),
                        viewer.administrator(),
                        asks,
                        KINDS.stream().map(Matter.Kind::name).toList(),
                        days.stream()
                                .map(day -> row(day, seesNames(viewer), words))
                                .toList()));
        return "training/paminnelser-kommende";
    }

    private Row row(ComingLetters.Day day, boolean names, Words words) {
        int more = day.people().size() - NAMES;
        return new Row(
                words.date(day.date()),
                day.people().size(),
                day.byEmail(),
                KINDS.stream().map(kind -> day.kinds().getOrDefault(kind, 0)).toList(),
                day.leaders(),
                names ? names(day.people()) : List.of(),
                names && more > 0 ? words.text("training.reminders.coming.more", words.number(more)) : "");
    }

    private List<String> names(List<EmployeeId> people) {
        List<EmployeeId> shown = people.stream().limit(NAMES).toList();
        Map<EmployeeId, Employee> found = employees.find(shown);
        return shown.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .map(Employee::name)
                .toList();
    }
}
