package no.kompetansebro.planning.wheel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.wheel.WheelTask.Wish;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where a task of the wheel is made and changed. Two who change the same one do not overwrite each other. */
@Controller
class TaskPage {

    static final String PATH = WheelPage.PATH + "/oppgave";

    private final WheelTasks tasks;
    private final Lexicons lexicons;
    private final EmployerCalendar calendar;

    TaskPage(WheelTasks tasks, Lexicons lexicons, EmployerCalendar calendar) {
        this.tasks = tasks;
        this.lexicons = lexicons;
        this.calendar = calendar;
    }

    /** Something to choose. */
    record Choice(String value, String text) {}

    /** What the form shows. */
    record View(
            String action,
            int version,
            Map<String, String> values,
            Map<String, String> errors,
            List<Choice> units,
            List<Choice> requirements) {}

    @GetMapping(PATH)
    String make(Viewer viewer, Words words, Model model) {
        WheelRights.requireLook(viewer);
        return page(viewer, words, PATH, 0, TaskForm.empty(calendar.today().getYear()), model);
    }

    @PostMapping(PATH)
    String add(Viewer viewer, Words words, @RequestParam Map<String, String> values, Model model) {
        TaskForm form = new TaskForm(values);
        Lexicon lexicon = lexicons.current();
        EmployeeId by = WheelRights.requireChange(viewer, form.area(), lexicon.units());
        Optional<Wish> wish = form.wish(lexicon);
        if (wish.isEmpty()) {
            return page(viewer, words, PATH, 0, form, model);
        }
        tasks.add(wish.get(), by);
        return "redirect:" + WheelPage.PATH + "?utfall=lagret";
    }

    @GetMapping(PATH + "/{id}")
    String edit(Viewer viewer, Words words, @PathVariable UUID id, Model model) {
        WheelTask task = find(id);
        WheelRights.requireChange(viewer, task.wish().area(), lexicons.current().units());
        return page(viewer, words, PATH + "/" + id, task.version(), TaskForm.of(task.wish()), model);
    }

    @PostMapping(PATH + "/{id}")
    String change(
            Viewer viewer,
            Words words,
            @PathVariable UUID id,
            @RequestParam int versjon,
            @RequestParam Map<String, String> values,
            Model model) {
        TaskForm form = new TaskForm(values);
        Lexicon lexicon = lexicons.current();
        WheelRights.requireChange(viewer, find(id).wish().area(), lexicon.units());
        EmployeeId by = WheelRights.requireChange(viewer, form.area(), lexicon.units());
        Optional<Wish> wish = form.wish(lexicon);
        if (wish.isPresent() && tasks.change(id, versjon, wish.get(), by)) {
            return "redirect:" + WheelPage.PATH + "?utfall=lagret";
        }
        if (wish.isPresent()) {
            form.overtaken();
        }
        return page(viewer, words, PATH + "/" + id, versjon, form, model);
    }

    private WheelTask find(UUID id) {
        return tasks.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(Viewer viewer, Words words, String action, int version, TaskForm form, Model model) {
        Lexicon lexicon = lexicons.current();
        model.addAttribute(
                "view",
                new View(
                        action,
                        version,
                        form.values(),
                        form.errors(),
                        lexicon.units().all().stream()
                                .filter(unit -> unit.endedOn().isEmpty() && viewer.sees(unit.code()))
                                .map(unit -> new Choice(unit.code().value(), unit.name()))
                                .toList(),
                        lexicon.requirements().values().stream()
                                .map(each -> new Choice(each.code().value(), words.name(each.name())))
                                .toList()));
        return "planning/arshjul-oppgave";
    }
}
