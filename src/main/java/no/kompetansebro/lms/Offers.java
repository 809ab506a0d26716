package no.kompetansebro.lms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.Item;
import no.kompetansebro.requirement.LeaderPaths;
import no.kompetansebro.requirement.Requirement;

/** Everything that a link may lead to, from the catalogue, in one language. */
record Offers(List<Offer> all, List<Choosable> requirements) {

    /** A requirement that a set may be made of. */
    record Choosable(String code, String name) {}

    static Offers of(Lexicon lexicon, LeaderPaths paths, Words words) {
        List<Offer> offers = new ArrayList<>();
        offers.add(page("me", words));
        offers.add(page("unit", words));
        paths.byLevel().forEach((level, requirements) -> offers.add(path(level, requirements.size(), words)));
        lexicon.items().values().forEach(item -> offers.add(item(item, words)));
        return new Offers(
                List.copyOf(offers),
                lexicon.requirements().values().stream()
                        .filter(each -> each.demand() instanceof Requirement.OfPeople)
                        .map(each -> new Choosable(each.code().value(), words.name(each.name())))
                        .toList());
    }

    /** Those whose name or note has the text in it. */
    Offers matching(String text) {
        return new Offers(
                all.stream()
                        .filter(offer -> has(offer.name() + " " + offer.note(), text))
                        .toList(),
                requirements.stream().filter(each -> has(each.name(), text)).toList());
    }

    Stream<Offer> in(Offer.Group group) {
        return all.stream().filter(offer -> offer.group() == group);
    }

    private static boolean has(String name, String text) {
        return name.toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT));
    }

    private static Offer page(String code, Words words) {
        return new Offer(
                Offer.Group.PAGES,
                "page:" + code,
                words.text("lms.choice.page." + code),
                words.text("lms.choice.page." + code + ".note"),
                Map.of("page", code),
                false);
    }

    private static Offer path(String level, int requirements, Words words) {
        return offer(
                Offer.Group.PATHS,
                new Content.OfPath(level),
                words.text("lms.content.path", level),
                words.text("lms.choice.path.note", requirements));
    }

    private static Offer item(Item item, Words words) {
        return offer(
                item.kind() == Item.Kind.PROGRAMME ? Offer.Group.PROGRAMMES : Offer.Group.MODULES,
                new Content.OfItem(item.code()),
                words.name(item.name()),
                words.text("lms.choice.kind." + item.kind().name()));
    }

    private static Offer offer(Offer.Group group, Content content, String name, String note) {
        return new Offer(
                group, content.designation(), name, note, Map.of(Content.PARAMETER, content.designation()), true);
    }
}
