package no.kompetansebro.coverage.web;

import java.math.BigDecimal;
import java.util.Optional;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;

/** Says what to take, and where. */
final class Steps {

    private Steps() {}

    static String sentence(ItemCode code, Lexicon lexicon, Words words) {
        String name = lexicon.name(code, words);
        Optional<Item> item = Optional.ofNullable(lexicon.items().get(code));
        Optional<String> arena = item.flatMap(Item::arena).map(a -> words.text("coverage.arena." + a.name()));
        Optional<BigDecimal> hours = item.flatMap(Item::hours);
        if (arena.isPresent() && hours.isPresent()) {
            return words.text("coverage.step.where.hours", name, arena.get(), words.number(hours.get()));
        }
        return arena.map(where -> words.text("coverage.step.where", name, where))
                .orElseGet(() -> words.text("coverage.step", name));
    }
}
