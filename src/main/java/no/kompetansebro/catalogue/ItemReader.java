package no.kompetansebro.catalogue;

import java.math.BigDecimal;
import java.util.Optional;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.shared.LocalizedName;

/** Reads a learning item. */
final class ItemReader {

    private static final int MOST_HOURS = 1_000_000;

    private ItemReader() {}

    static Optional<Item> read(Place place) {
        return place.fields("code", "name", "kind", "arena", "hours", "lms").flatMap(fields -> {
            Optional<String> code = fields.required("code").flatMap(Place::code);
            Optional<LocalizedName> name = fields.required("name").flatMap(NameReader::read);
            Optional<Item.Kind> kind = fields.required("kind").flatMap(p -> p.choice(Item.Kind.class));
            Optional<Item.Arena> arena = fields.at("arena").flatMap(p -> p.choice(Item.Arena.class));
            Optional<BigDecimal> hours = fields.at("hours").flatMap(p -> p.decimal(0, MOST_HOURS));
            Optional<Item.LmsReference> lms = fields.at("lms").flatMap(ItemReader::lms);
            return fields.made(() -> new Item(
                    new ItemCode(code.orElseThrow()),
                    name.orElseThrow(),
                    kind.orElseThrow(),
                    arena,
                    hours,
                    lms.orElse(Item.LmsReference.NONE)));
        });
    }

    private static Optional<Item.LmsReference> lms(Place place) {
        return place.fields("courseIdNumber", "courseShortName", "ltiResource").flatMap(fields -> {
            Optional<String> idNumber = fields.at("courseIdNumber").flatMap(Place::text);
            Optional<String> shortName = fields.at("courseShortName").flatMap(Place::text);
            Optional<String> resource = fields.at("ltiResource").flatMap(Place::text);
            return fields.made(() -> new Item.LmsReference(idNumber, shortName, resource));
        });
    }
}
