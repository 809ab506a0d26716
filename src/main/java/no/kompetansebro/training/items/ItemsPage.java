package no.kompetansebro.training.items;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.evidence.Results;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.Requirement;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** All that can be learned, with where it is used; for HR. */
@Controller
class ItemsPage {

    static final String PATH = "/opplaering/innhold";

    private static final int ON_A_PAGE = 50;

    private final ItemUses uses;
    private final Results results;

    ItemsPage(ItemUses uses, Results results) {
        this.uses = uses;
        this.results = results;
    }

    /** What the list is narrowed to; empty is all. */
    record Asked(String search, String kind, String arena, String theme) {

        boolean isOf(Item item) {
            return (kind.isEmpty() || item.kind().name().equals(kind))
                    && (arena.isEmpty()
                            || item.arena()
                                    .filter(each -> each.name().equals(arena))
                                    .isPresent())
                    && (theme.isEmpty() || item.themes().contains(theme))
                    && texts(item)
                            .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(lower(search)));
        }

        private static String lower(String text) {
            return text.strip().toLowerCase(Locale.ROOT);
        }

        private static Stream<String> texts(Item item) {
            return Stream.of(
                            Stream.of(item.code().value()),
                            item.name().byLanguage().values().stream(),
                            ItemWords.lms(item).stream(),
                            item.origin().owner().stream(),
                            item.origin().source().stream())
                    .flatMap(texts -> texts);
        }
    }

    /**
     * An item of the list.
     *
     * @param origin owner and source
     * @param results how many there are in the ledger, up to a bound
     */
    record Row(
            String href,
            String name,
            String code,
            String kind,
            List<String> themes,
            String where,
            String origin,
            List<String> lms,
            List<String> programmes,
            List<String> rules,
            String results) {}

    /** A choice of a filter. */
    record Choice(String value, String name, boolean chosen) {}

    /**
     * The page.
     *
     * @param count how many items the rows are of, in words
     * @param former the page before; empty where there is none
     * @param next the page after
     */
    record View(
            Asked asked,
            List<Choice> kinds,
            List<Choice> arenas,
            List<Choice> themes,
            List<Row> rows,
            String count,
            String former,
            String next,
            boolean mayEdit,
            String outcome) {}

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            Words words,
            @RequestParam(defaultValue = "") String sok,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String arena,
            @RequestParam(defaultValue = "") String tema,
            @RequestParam(defaultValue = "1") int side,
            @RequestParam(defaultValue = "") String utfall,
            Model model) {
        requirePlanner(viewer);
        Asked asked = new Asked(sok, type, arena, tema);
        model.addAttribute("view", view(viewer, asked, Math.max(1, side), utfall.equals("removed"), words));
        return "training/innhold";
    }

    /** Refuses everybody who plans nothing. */
    static void requirePlanner(Viewer viewer) {
        if (!viewer.plans()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private View view(Viewer viewer, Asked asked, int page, boolean removed, Words words) {
        ItemUses.Uses catalogue = uses.current();
        List<Item> found = catalogue.items().stream().filter(asked::isOf).toList();
        List<Item> shown =
                found.stream().skip((page - 1L) * ON_A_PAGE).limit(ON_A_PAGE).toList();
        Map<ItemCode, Integer> counts =
                results.counts(shown.stream().map(Item::code).toList());
        return new View(
                asked,
                Stream.of(Item.Kind.values())
                        .map(kind -> choice(kind.name(), ItemWords.kind(kind, words), asked.kind()))
                        .toList(),
                Stream.of(Item.Arena.values())
                        .map(each -> choice(each.name(), words.text("coverage.arena." + each.name()), asked.arena()))
                        .toList(),
                catalogue.themes().stream()
                        .map(theme -> choice(theme, words.theme(theme), asked.theme()))
                        .toList(),
                shown.stream()
                        .map(item -> row(item, catalogue, counts.getOrDefault(item.code(), 0), words))
                        .toList(),
                words.text(
                        "training.items.count", found.size(), catalogue.items().size()),
                page > 1 ? link(asked, page - 1) : "",
                found.size() > page * (long) ON_A_PAGE ? link(asked, page + 1) : "",
                viewer.everything(),
                removed ? "training.items.outcome.removed" : "");
    }

    private static Choice choice(String value, String name, String chosen) {
        return new Choice(value, name, value.equals(chosen));
    }

    private static Row row(Item item, ItemUses.Uses catalogue, int results, Words words) {
        return new Row(
                ItemPage.link(item.code()),
                words.name(item.name()),
                item.code().value(),
                ItemWords.kind(item.kind(), words),
                item.themes().stream().map(theme -> words.theme(theme)).toList(),
                ItemWords.where(item, words),
                Stream.concat(item.origin().owner().stream(), item.origin().source().stream())
                        .reduce((owner, source) -> owner + " – " + source)
                        .orElse(""),
                ItemWords.lms(item),
                catalogue.programmes(item.code()).stream()
                        .map(programme -> words.name(programme.name()))
                        .toList(),
                Stream.concat(
                                catalogue.rules(item.code()).stream().map(AwardRule::code),
                                catalogue.duties(item.code()).stream()
                                        .map(Requirement::code)
                                        .map(Object::toString))
                        .toList(),
                count(results, words));
    }

    static String count(int results, Words words) {
        return results > Results.MOST_COUNTED
                ? words.text("training.items.results.many", words.number(Results.MOST_COUNTED))
                : words.number(results);
    }

    private static String link(Asked asked, int page) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("sok", "{sok}")
                .queryParam("type", "{type}")
                .queryParam("arena", "{arena}")
                .queryParam("tema", "{tema}")
                .queryParam("side", page)
                .encode()
                .buildAndExpand(asked.search(), asked.kind(), asked.arena(), asked.theme())
                .toUriString();
    }
}
