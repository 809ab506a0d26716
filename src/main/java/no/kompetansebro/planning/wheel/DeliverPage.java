package no.kompetansebro.planning.wheel;

import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.wheel.Delivery.Made;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a unit delivers a task of the wheel: a note, and the figures that go with it. */
@Controller
class DeliverPage {

    static final String PATH = WheelPage.PATH + "/lever";

    private static final int LONGEST = 4000;

    private final Wheel wheel;
    private final WheelTasks tasks;
    private final Lexicons lexicons;
    private final EmployerCalendar calendar;

    DeliverPage(Wheel wheel, WheelTasks tasks, Lexicons lexicons, EmployerCalendar calendar) {
        this.wheel = wheel;
        this.tasks = tasks;
        this.lexicons = lexicons;
        this.calendar = calendar;
    }

    /** What the form shows. */
    record View(WheelTask task, String unit, String unitName, int year, Optional<FiguresView> figures) {}

    static String path(Turn turn) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("oppgave", turn.task().id())
                .queryParam("enhet", "{unit}")
                .queryParam("ar", turn.year())
                .encode()
                .buildAndExpand(turn.unit().value())
                .toUriString();
    }

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            Words words,
            @RequestParam UUID oppgave,
            @RequestParam String enhet,
            @RequestParam int ar,
            Model model) {
        UnitCode unit = new UnitCode(enhet);
        WheelRights.requireDeliver(viewer, unit);
        Lexicon lexicon = lexicons.current();
        WheelTask task = task(oppgave, unit, ar, lexicon);
        Optional<FiguresView> figures = task.wish().freezes()
                ? Optional.of(FiguresView.of(wheel.figures(viewer, unit, calendar.today()), words))
                : Optional.empty();
        model.addAttribute("view", new View(task, enhet, lexicon.name(unit), ar, figures));
        return "planning/arshjul-lever";
    }

    @PostMapping(PATH)
    String deliver(
            Viewer viewer,
            @RequestParam UUID oppgave,
            @RequestParam String enhet,
            @RequestParam int ar,
            @RequestParam(defaultValue = "") String merknad) {
        UnitCode unit = new UnitCode(enhet);
        EmployeeId by = WheelRights.requireDeliver(viewer, unit);
        WheelTask task = task(oppgave, unit, ar, lexicons.current());
        String note =
                merknad.strip().substring(0, Math.min(LONGEST, merknad.strip().length()));
        Optional<UUID> delivered = wheel.deliver(viewer, task, new Made(task.id(), unit, ar, note), by);
        return "redirect:" + WheelPage.PATH + "?utfall=" + (delivered.isPresent() ? "levert" : "alleredeLevert");
    }

    /** The task, which must be the unit's in the year, and open today. */
    private WheelTask task(UUID id, UnitCode unit, int year, Lexicon lexicon) {
        return tasks.find(id)
                .filter(task -> task.isIn(year)
                        && year >= 1900
                        && year <= calendar.today().getYear())
                .filter(task -> !calendar.today().isBefore(task.opens(year)))
                .filter(task -> task.wish()
                        .level()
                        .units(lexicon.units(), task.wish().area())
                        .contains(unit))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
