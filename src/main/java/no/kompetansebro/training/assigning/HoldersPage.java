package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.Item.Arena;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.assigning.Holders.Holder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Who can teach: leaders and HR look up who in their own area has something that can be learned. Looks are kept. */
@Controller
class HoldersPage {

    static final String PATH = "/opplaering/hvem-kan";

    private static final int SHOWN = 200;

    private final Holders holders;
    private final Lexicons lexicons;
    private final Employees employees;
    private final EmployerCalendar calendar;
    private final Looks looks;

    HoldersPage(Holders holders, Lexicons lexicons, Employees employees, EmployerCalendar calendar, Looks looks) {
        this.holders = holders;
        this.lexicons = lexicons;
        this.employees = employees;
        this.calendar = calendar;
        this.looks = looks;
    }

    /** {@code more}: how many are not shown; empty for none. */
    record View(List<Choice> items, String chosen, List<Row> rows, String more) {}

    /** Something to choose. */
    record Choice(String value, String text, boolean chosen) {}

    /** Somebody who has it. */
    record Row(String name, String unit, String since, String last) {}

    @GetMapping(PATH)
    String show(Viewer viewer, Words words, @RequestParam(defaultValue = "") String element, Model model) {
        if (!Reach.mayAssign(viewer) || viewer.employee().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Lexicon lexicon = lexicons.current();
        Optional<ItemCode> item = lexicon.items().keySet().stream()
                .filter(code -> code.value().equals(element))
                .findFirst();
        item.ifPresent(
                code -> looks.atList(viewer, AssignedPage.capacity(viewer), "hvem-kan", Optional.of(code.value())));
        model.addAttribute("view", view(viewer, item, lexicon, words));
        return "training/hvem-kan";
    }

    private View view(Viewer viewer, Optional<ItemCode> item, Lexicon lexicon, Words words) {
        LocalDate today = calendar.today();
        List<Holder> found = item.map(code -> holders.of(viewer, code, today)).orElse(List.of());
        List<Holder> shown = found.stream().limit(SHOWN).toList();
        Map<EmployeeId, Employee> names =
                employees.find(shown.stream().map(Holder::employee).toList());
        return new View(
                lexicon.items().values().stream()
                        .sorted(Comparator.comparing((Item each) -> !isExternal(each))
                                .thenComparing(each -> words.name(each.name())))
                        .map(each -> new Choice(
                                each.code().value(),
                                words.name(each.name()),
                                item.filter(each.code()::equals).isPresent()))
                        .toList(),
                item.map(code -> lexicon.name(code, words)).orElse(""),
                shown.stream()
                        .filter(holder -> names.containsKey(holder.employee()))
                        .map(holder -> new Row(
                                AssignedViews.named(names, holder.employee()).name(),
                                lexicon.name(holder.unit()),
                                words.date(holder.since()),
                                words.date(holder.last())))
                        .toList(),
                found.size() > SHOWN ? words.text("training.holders.more", words.number(found.size() - SHOWN)) : "");
    }

    private static boolean isExternal(Item item) {
        return item.arena().filter(Arena.EXTERNAL::equals).isPresent();
    }
}
