package no.kompetansebro.planning.forecast;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.Fall;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.forecast.Outlook.Need;
import no.kompetansebro.planning.scope.PeopleList;
import no.kompetansebro.planning.scope.PeopleLists;
import no.kompetansebro.planning.scope.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The people behind a figure of the forecast. Looks at them are kept. */
@Controller
class ForecastPeople {

    static final String PATH = "/planlegging/prognose/ansatte";

    private static final String EVERY_ITEM = "*";

    private final Outlooks outlooks;
    private final Lexicons lexicons;
    private final PeopleLists lists;

    ForecastPeople(Outlooks outlooks, Lexicons lexicons, PeopleLists lists) {
        this.outlooks = outlooks;
        this.lexicons = lexicons;
        this.lists = lists;
    }

    /** What is asked: what ends of a requirement ("" for all), or who needs a seat in an item; behind where the dates are empty. */
    private record Asked(String requirement, String item, LocalDate from, LocalDate until) {

        boolean wants(Need need) {
            Fall fall = need.fall();
            boolean inDates = !fall.on().isBefore(from) && fall.on().isBefore(until);
            if (item.isEmpty()) {
                return fall.kind() == Fall.Kind.ENDS
                        && inDates
                        && (requirement.isEmpty() || fall.requirement().value().equals(requirement));
            }
            boolean ofItem = item.equals(EVERY_ITEM)
                    || need.items().stream().anyMatch(each -> each.value().equals(item));
            return ofItem && (from.equals(until) ? fall.kind() == Fall.Kind.BEHIND : isComing(fall) && inDates);
        }

        private static boolean isComing(Fall fall) {
            return fall.kind() == Fall.Kind.FALLS_BEHIND;
        }
    }

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam(defaultValue = "") String enhet,
            @RequestParam(defaultValue = "") String krav,
            @RequestParam(defaultValue = "") String kurs,
            @RequestParam LocalDate fra,
            @RequestParam LocalDate til,
            @RequestParam(defaultValue = "") String planlagt,
            Model model) {
        Lexicon lexicon = lexicons.current();
        boolean planned = planlagt.equals("ja");
        Scope scope = Scope.of(viewer, asOf, enhet, PATH, parameters(krav, kurs, fra, til, planlagt), lexicon, words);
        Asked asked = new Asked(krav, kurs, fra, til);
        Optional<Outlook> outlook = outlooks.of(scope, planned);
        if (outlook.isEmpty()) {
            return "redirect:" + scope.link(ForecastController.PATH, Map.of("planlagt", "ja"));
        }
        List<PeopleList.Entry> entries = outlook.get().needs().stream()
                .filter(asked::wants)
                .map(need -> new PeopleList.Entry(
                        need.fall().employee(),
                        need.fall().requirement(),
                        need.fall().on(),
                        words.text(
                                "planning.forecast.people." + need.fall().kind().name(),
                                words.date(need.fall().on())),
                        String.join(
                                ", ",
                                need.items().stream()
                                        .map(item -> lexicon.name(item, words))
                                        .toList())))
                .toList();
        model.addAttribute("scope", scope);
        model.addAttribute("back", scope.link(ForecastController.PATH, Map.of("planlagt", planned ? "ja" : "")));
        model.addAttribute("view", lists.of(scope, "prognose", title(asked, words), entries, lexicon, words));
        return "planning/ansatte";
    }

    private static String title(Asked asked, Words words) {
        if (asked.item().isEmpty()) {
            return words.text("planning.forecast.people.title", words.date(asked.from()), words.lastDay(asked.until()));
        }
        return asked.from().equals(asked.until())
                ? words.text("planning.forecast.people.behind")
                : words.text("planning.forecast.people.seats", words.date(asked.from()), words.lastDay(asked.until()));
    }

    private static Map<String, String> parameters(
            String krav, String kurs, LocalDate fra, LocalDate til, String planlagt) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("krav", krav);
        parameters.put("kurs", kurs);
        parameters.put("fra", fra.toString());
        parameters.put("til", til.toString());
        parameters.put("planlagt", planlagt);
        return parameters;
    }
}
