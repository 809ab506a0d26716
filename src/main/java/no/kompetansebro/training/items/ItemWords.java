package no.kompetansebro.training.items;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.Item;

/** Says what items are. */
final class ItemWords {

    private ItemWords() {}

    static String kind(Item.Kind kind, Words words) {
        return words.text("training.items.kind." + kind.name());
    }

    /** Where it is learned, how long it takes, and of how many parts it is; empty where nothing is said. */
    static String where(Item item, Words words) {
        int parts = item.composition().parts().size();
        return Stream.of(
                        item.arena().map(arena -> words.text("coverage.arena." + arena.name())),
                        item.hours().map(hours -> words.text("training.items.hours", words.number(hours))),
                        Optional.of(parts)
                                .filter(some -> some > 0)
                                .map(some -> words.text("training.items.parts.count", some)))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    /** How an LMS knows it. */
    static List<String> lms(Item item) {
        return Stream.of(
                        item.lms().courseIdNumber(),
                        item.lms().courseShortName(),
                        item.lms().ltiResource())
                .flatMap(Optional::stream)
                .toList();
    }
}
