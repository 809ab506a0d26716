package no.kompetansebro.training.reminders;

import java.util.Optional;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where everybody chooses how to be reminded. */
@Controller
class ChoicesPage {

    static final String PATH = "/paminnelser";

    private final Addressees addressees;
    private final SettingsBook book;
    private final Employees employees;
    private final EmployerCalendar calendar;

    ChoicesPage(Addressees addressees, SettingsBook book, Employees employees, EmployerCalendar calendar) {
        this.addressees = addressees;
        this.book = book;
        this.employees = employees;
        this.calendar = calendar;
    }

    /** What the page shows; without an address nothing can come by e-mail. */
    record View(boolean on, String email, boolean byEmail, String language, boolean saved) {}

    @GetMapping(PATH)
    String show(Viewer viewer, @RequestParam(defaultValue = "") String utfall, Model model) {
        EmployeeId me = me(viewer);
        boolean byEmail =
                addressees.find(me, calendar.today()).map(Addressee::byEmail).orElse(true);
        model.addAttribute(
                "view",
                new View(
                        book.find().isOn(),
                        employees.find(me).flatMap(Employee::email).orElse(""),
                        byEmail,
                        addressees.chosenLanguage(me).map(Language::code).orElse(""),
                        utfall.equals("lagret")));
        return "training/paminnelser";
    }

    @PostMapping(PATH)
    String choose(
            Viewer viewer,
            @RequestParam(defaultValue = "false") boolean epost,
            @RequestParam(defaultValue = "") String sprak) {
        Optional<Language> language = Language.of(sprak);
        addressees.choose(me(viewer), epost, language);
        return "redirect:" + PATH + "?utfall=lagret";
    }

    private static EmployeeId me(Viewer viewer) {
        return viewer.employee().orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
