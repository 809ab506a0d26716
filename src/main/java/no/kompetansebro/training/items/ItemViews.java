package no.kompetansebro.training.items;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.evidence.Results;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Component;

/** Puts the page of one item together. */
@Component
class ItemViews {

    private final ItemUses uses;
    private final Results results;

    ItemViews(ItemUses uses, Results results) {
        this.uses = uses;
        this.results = results;
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

    static String name(ItemUses.Uses catalogue, String code, Words words) {
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
}
