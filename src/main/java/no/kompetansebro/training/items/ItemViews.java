package no.kompetansebro.training.items;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.SummaryRow;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.evidence.Results;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.training.items.ItemView.Change;
import no.kompetansebro.training.items.ItemView.Concerned;
import org.springframework.stereotype.Component;

/** Puts the page of one item together. */
@Component
class ItemViews {

    private final ItemUses uses;
    private final Results results;
    private final Coverage coverage;
    private final EmployerCalendar calendar;

    ItemViews(ItemUses uses, Results results, Coverage coverage, EmployerCalendar calendar) {
        this.uses = uses;
        this.results = results;
        this.coverage = coverage;
        this.calendar = calendar;
    }

    /** What has happened to the form so far. */
    record State(ItemForm form, ItemErrors errors, String outcome, boolean overtaken, String focus) {

        static State of(ItemForm form) {
            return new State(form, ItemErrors.NONE, "", false, "");
        }

        State told(String key) {
            return new State(form, errors, key, overtaken, focus);
        }

        static State focused(ItemForm form, String focus) {
            return new State(form, ItemErrors.NONE, "", false, focus);
        }

        static State refused(ItemForm form, ItemErrors errors) {
            return new State(form, errors, "training.items.outcome.refused", false, "");
        }

        static State overtaken(ItemForm form) {
            return new State(form, ItemErrors.NONE, "training.items.outcome.overtaken", true, "");
        }
    }

    ItemView of(State state, Viewer viewer, Words words) {
        ItemUses.Uses catalogue = uses.current();
        ItemForm form = state.form();
        Optional<Item> item = catalogue.item(form.former());
        return new ItemView(
                item.map(known -> words.name(known.name())).orElseGet(() -> titleOfNew(form, catalogue, words)),
                item.map(known -> lead(known, words)).orElse(""),
                form,
                state.errors(),
                state.outcome(),
                state.overtaken(),
                viewer.everything(),
                named(Item.Kind.values(), kind -> ItemWords.kind(kind, words)),
                named(Item.Arena.values(), arena -> words.text("coverage.arena." + arena.name())),
                themes(catalogue, form, words),
                form.parts().stream()
                        .map(code -> new ItemView.Part(code, name(catalogue, code, words)))
                        .toList(),
                choices(
                        catalogue,
                        each -> !each.code().value().equals(form.former())
                                && !form.parts().contains(each.code().value()),
                        words),
                choices(
                        catalogue,
                        each -> each.kind() == Item.Kind.PROGRAMME
                                && !each.code().value().equals(form.former()),
                        words),
                item.map(known -> uses(known, catalogue, words)).orElse(ItemView.Uses.NONE),
                item.filter(known -> !known.composition().parts().isEmpty())
                        .map(known -> ItemPage.newVersionOf(known.code()))
                        .orElse(""),
                state.focus());
    }

    private static String titleOfNew(ItemForm form, ItemUses.Uses catalogue, Words words) {
        String replaces = form.text("replaces");
        if (!replaces.isEmpty()) {
            return words.text("training.items.new.versionOf", name(catalogue, replaces, words));
        }
        return words.text(form.isProgramme() ? "training.items.new.programme" : "training.items.new");
    }

    private static String lead(Item item, Words words) {
        return Stream.of(item.code().value(), ItemWords.kind(item.kind(), words), ItemWords.where(item, words))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static <E extends Enum<E>> Map<String, String> named(E[] values, Function<E, String> name) {
        Map<String, String> named = new LinkedHashMap<>();
        Stream.of(values).forEach(value -> named.put(value.name(), name.apply(value)));
        return named;
    }

    private static Map<String, String> themes(ItemUses.Uses catalogue, ItemForm form, Words words) {
        Map<String, String> themes = new LinkedHashMap<>();
        Stream.concat(catalogue.themes().stream(), form.themes().stream())
                .forEach(theme -> themes.putIfAbsent(theme, words.theme(theme)));
        return themes;
    }

    private static Map<String, String> choices(ItemUses.Uses catalogue, Predicate<Item> may, Words words) {
        Map<String, String> choices = new LinkedHashMap<>();
        catalogue.items().stream()
                .filter(may)
                .sorted(Comparator.comparing((Item item) -> words.name(item.name())))
                .forEach(item -> choices.put(item.code().value(), words.name(item.name())));
        return choices;
    }

    private static String name(ItemUses.Uses catalogue, String code, Words words) {
        return catalogue.item(code).map(item -> words.name(item.name())).orElse(code);
    }

    private ItemView.Uses uses(Item item, ItemUses.Uses catalogue, Words words) {
        ItemCode code = item.code();
        int count = results.counts(List.of(code)).getOrDefault(code, 0);
        List<String> programmes = names(catalogue.programmes(code), words);
        List<String> replacing = names(catalogue.replacing(code), words);
        List<String> rules = catalogue.rules(code).stream().map(AwardRule::code).toList();
        boolean free = count == 0
                && programmes.isEmpty()
                && replacing.isEmpty()
                && rules.isEmpty()
                && catalogue.duties(code).isEmpty();
        return new ItemView.Uses(
                programmes,
                replacing,
                rules,
                catalogue.concerned(code).stream()
                        .map(requirement -> words.name(requirement.name()))
                        .toList(),
                ItemsPage.count(count, words),
                free);
    }

    private static List<String> names(List<Item> items, Words words) {
        return items.stream().map(item -> words.name(item.name())).toList();
    }

    /** What would be different, and whom it concerns. */
    ItemView.Preview preview(ItemForm form, Words words) {
        ItemUses.Uses catalogue = uses.current();
        Optional<ItemForm> former = catalogue.item(form.former()).map(ItemForm::of);
        boolean counts = former.filter(before -> isMetAnotherWay(before, form)).isPresent();
        return new ItemView.Preview(
                form.name("nb").isEmpty() ? form.text("code") : form.name("nb"),
                form,
                changes(former, form, catalogue, words),
                counts,
                counts ? concerned(catalogue, new ItemCode(form.former()), words) : List.of());
    }

    /** Rules see kind, hours, parts and versions. */
    private static boolean isMetAnotherWay(ItemForm before, ItemForm after) {
        return !before.parts().equals(after.isProgramme() ? after.parts() : List.of())
                || Stream.of("hours", "replaces")
                        .anyMatch(field -> !before.text(field).equals(after.text(field)));
    }

    private List<Change> changes(Optional<ItemForm> former, ItemForm form, ItemUses.Uses catalogue, Words words) {
        List<Change> changes = new ArrayList<>();
        Map<String, String> before =
                former.map(old -> said(old, catalogue, words)).orElse(Map.of());
        said(form, catalogue, words).forEach((field, after) -> {
            String was = before.getOrDefault(field, "");
            if (!Objects.equals(was, after)) {
                changes.add(new Change(words.text("training.items.field." + field), was, after));
            }
        });
        return changes;
    }

    /** All that a form says, in words, by field. */
    private static Map<String, String> said(ItemForm form, ItemUses.Uses catalogue, Words words) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("code", form.isNew() ? form.text("code") : form.former());
        ItemForm.LANGUAGES.forEach(language -> said.put("name." + language, form.name(language)));
        said.put("kind", enumerated("training.items.kind.", form.text("kind"), words));
        said.put("arena", enumerated("coverage.arena.", form.text("arena"), words));
        said.put("hours", form.text("hours"));
        said.put("themes", joined(form.themes(), theme -> words.theme(theme)));
        said.put("parts", joined(form.isProgramme() ? form.parts() : List.of(), code -> name(catalogue, code, words)));
        String replaces = form.isProgramme() ? form.text("replaces") : "";
        said.put("replaces", replaces.isEmpty() ? "" : name(catalogue, replaces, words));
        for (String field : List.of("owner", "source", "courseIdNumber", "courseShortName", "ltiResource")) {
            said.put(field, form.text(field));
        }
        return said;
    }

    private static String enumerated(String prefix, String value, Words words) {
        return value.isEmpty() ? "" : words.text(prefix + value);
    }

    private static String joined(List<String> codes, Function<String, String> name) {
        return codes.stream().map(name).collect(Collectors.joining(", "));
    }

    private List<Concerned> concerned(ItemUses.Uses catalogue, ItemCode item, Words words) {
        List<Requirement> requirements = catalogue.concerned(item);
        if (requirements.isEmpty()) {
            return List.of();
        }
        Question question = Question.asOf(calendar.today());
        Map<String, Long> employees =
                coverage.summary(Viewer.ofEverything(), question, SummaryRow.By.REQUIREMENT).stream()
                        .collect(Collectors.toMap(
                                SummaryRow::key, row -> row.figures().employees()));
        return requirements.stream()
                .map(each -> new Concerned(
                        words.name(each.name()),
                        each.demand() instanceof Requirement.OfPeople
                                ? words.number(
                                        employees.getOrDefault(each.code().value(), 0L))
                                : Words.DASH))
                .toList();
    }
}
