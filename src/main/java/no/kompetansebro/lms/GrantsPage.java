package no.kompetansebro.lms;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.organisation.access.Grants;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an administrator gives and ends the rights of HR and of administrators. */
@Controller
class GrantsPage {

    static final String PATH = "/administrasjon/tilganger";

    private final Grants grants;
    private final Employees employees;
    private final Units units;
    private final EmployerCalendar calendar;
    private final Deciders deciders;
    private final DeciderNames names;

    GrantsPage(
            Grants grants,
            Employees employees,
            Units units,
            EmployerCalendar calendar,
            Deciders deciders,
            DeciderNames names) {
        this.grants = grants;
        this.employees = employees;
        this.units = units;
        this.calendar = calendar;
        this.deciders = deciders;
        this.names = names;
    }

    /**
     * What the page shows.
     *
     * @param names who gave and who confirmed, in words, by the key
     */
    record View(
            List<Grants.Given> grants,
            Map<String, String> names,
            List<Unit> units,
            List<Employee> found,
            String search,
            String outcome,
            boolean appointed,
            boolean setUp) {}

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            Principal who,
            Words words,
            @RequestParam(defaultValue = "") String sok,
            @RequestParam(defaultValue = "") String utfall,
            Model model) {
        Decider decider = deciders.of(viewer, who);
        List<Grants.Given> given = grants.on(calendar.today());
        model.addAttribute(
                "view",
                new View(
                        given,
                        names.of(givers(given), words),
                        List.copyOf(units.tree().all()),
                        employees.search(sok),
                        sok,
                        known(utfall),
                        decider.appointed(),
                        decider.setUp()));
        return "lms/tilganger";
    }

    @PostMapping(PATH)
    String give(
            Viewer viewer,
            Principal who,
            @RequestParam String ansattnummer,
            @RequestParam Grants.Kind rett,
            @RequestParam(defaultValue = "") String enhet) {
        Decider decider = deciders.of(viewer, who);
        boolean waits = !decider.appointed() && !(decider.setUp() && rett == Grants.Kind.ADMINISTRATOR);
        Optional<UnitCode> unit =
                Optional.of(enhet).filter(code -> !code.isEmpty()).map(UnitCode::new);
        return back(employees
                .find(new EmployeeNumber(ansattnummer.strip()))
                .map(employee -> grants.give(viewer, employee.id(), rett, unit, calendar.today(), who.getName(), waits))
                .orElse(Grants.Outcome.EMPLOYEE_UNKNOWN));
    }

    @PostMapping(PATH + "/{grant}/bekreft")
    String confirm(Viewer viewer, Principal who, @PathVariable UUID grant) {
        Administrators.require(viewer);
        return back(grants.confirm(viewer, grant, who.getName()));
    }

    @PostMapping(PATH + "/{grant}/avslutt")
    String end(Viewer viewer, Principal who, @PathVariable UUID grant) {
        Administrators.require(viewer);
        boolean appointment =
                grants.kind(grant).filter(Grants.Kind.ADMINISTRATOR::equals).isPresent();
        if (appointment && !deciders.of(viewer, who).isEnough()) {
            return back(Grants.Outcome.NEEDS_APPOINTED);
        }
        return back(grants.end(grant, calendar.today(), who.getName()));
    }

    private static List<String> givers(List<Grants.Given> given) {
        return given.stream()
                .flatMap(grant -> Stream.concat(Stream.of(grant.givenBy()), grant.confirmedBy().stream()))
                .toList();
    }

    private static String back(Grants.Outcome outcome) {
        return "redirect:" + PATH + "?utfall=" + outcome.name().toLowerCase(Locale.ROOT);
    }

    private static String known(String outcome) {
        return List.of(Grants.Outcome.values()).stream()
                .map(o -> o.name().toLowerCase(Locale.ROOT))
                .filter(outcome::equals)
                .findFirst()
                .orElse("");
    }
}
