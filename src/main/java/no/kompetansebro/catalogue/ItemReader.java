package no.kompetansebro.catalogue;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.shared.LocalizedName;

/** Reads a learning item; what programmes make of each other is for {@link ProgrammeCheck}. */
final class ItemReader {

    private static final int MOST_HOURS = 1_000_000;

    private final References references;

    ItemReader(References references) {
        this.references = references;
    }

    Optional<Item> read(Place place) {
        return place.fields(
                        "code",
                        "name",
                        "kind",
                        "arena",
                        "hours",
                        "lms",
                        "parts",
                        "replaces",
                        "themes",
                        "owner",
                        "source")
                .flatMap(this::item);
    }

    private Optional<Item> item(Fields fields) {
        Optional<String> code = fields.required("code").flatMap(Place::code);
        Optional<LocalizedName> name = fields.required("name").flatMap(NameReader::read);
        Optional<Item.Kind> kind = fields.required("kind").flatMap(p -> p.choice(Item.Kind.class));
        Optional<Item.Arena> arena = fields.at("arena").flatMap(p -> p.choice(Item.Arena.class));
        Optional<BigDecimal> hours = fields.at("hours").flatMap(p -> p.decimal(0, MOST_HOURS));
        Optional<Item.LmsReference> lms = fields.at("lms").flatMap(ItemReader::lms);
        Item.Composition composition = composition(fields, kind);
        List<String> themes = each(fields, "themes", Place::code);
        Optional<String> owner = fields.at("owner").flatMap(Place::text);
        Optional<String> source = fields.at("source").flatMap(Place::text);
        return fields.made(() -> new Item(
                new ItemCode(code.orElseThrow()),
                name.orElseThrow(),
                kind.orElseThrow(),
                arena,
                hours,
                lms.orElse(Item.LmsReference.NONE),
                composition,
                themes,
                new Item.Origin(owner, source)));
    }

    private Item.Composition composition(Fields fields, Optional<Item.Kind> kind) {
        if (kind.filter(each -> each != Item.Kind.PROGRAMME).isPresent()) {
            fields.refuse("only an item of the kind PROGRAMME has this", "parts", "replaces");
        }
        List<ItemCode> parts = each(fields, "parts", references::item);
        Optional<ItemCode> replaces = fields.at("replaces").flatMap(references::item);
        return new Item.Composition(parts, replaces);
    }

    private static <T> List<T> each(Fields fields, String name, Function<Place, Optional<T>> entry) {
        Set<T> before = new HashSet<>();
        return fields.at(name).map(Place::list).orElse(List.of()).stream()
                .flatMap(place -> entry.apply(place).filter(thing -> isNew(thing, before, place)).stream())
                .toList();
    }

    private static <T> boolean isNew(T thing, Set<T> before, Place place) {
        boolean isNew = before.add(thing);
        if (!isNew) {
            place.refuse("is given twice");
        }
        return isNew;
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
