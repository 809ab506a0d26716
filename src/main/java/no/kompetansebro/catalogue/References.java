package no.kompetansebro.catalogue;

import java.util.List;
import java.util.Optional;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.UnitCode;

/** Reads codes that must stand for something: in the document, or in the employer's organisation. */
final class References {

    private final Declared declared;
    private final KnownUnits known;

    References(Declared declared, KnownUnits known) {
        this.declared = declared;
        this.known = known;
    }

    Optional<String> scale(Place place) {
        return place.foreignCode().filter(code -> exists(declared.levels().containsKey(code), place, "scale"));
    }

    Optional<CompetenceCode> competence(Place place) {
        return place.foreignCode()
                .filter(code -> exists(declared.scales().containsKey(code), place, "competence"))
                .map(CompetenceCode::new);
    }

    Optional<ItemCode> item(Place place) {
        return place.foreignCode()
                .filter(code -> exists(declared.items().contains(code), place, "item"))
                .map(ItemCode::new);
    }

    Optional<UnitCode> unit(Place place) {
        return place.foreignCode()
                .filter(code -> exists(known.codes().contains(code), place, "unit"))
                .map(UnitCode::new);
    }

    Optional<String> unitKind(Place place) {
        return place.foreignCode().filter(kind -> exists(known.kinds().contains(kind), place, "kind of unit"));
    }

    private static boolean exists(boolean known, Place place, String what) {
        if (!known) {
            place.refuse("unknown " + what);
        }
        return known;
    }

    /** The {@code level} beside a {@code competence}: needed where that has a scale, and one of the scale's levels. */
    Optional<String> level(Fields fields, Optional<CompetenceCode> competence) {
        if (competence.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> scale = declared.scales().getOrDefault(competence.get().value(), Optional.empty());
        if (scale.isEmpty()) {
            fields.refuse("the competence " + competence.get() + " has no scale, so it has no levels", "level");
            return Optional.empty();
        }
        if (!fields.has("level")) {
            fields.missing("level", "is missing: the competence " + competence.get() + " has the scale " + scale.get());
        }
        return fields.at("level").flatMap(place -> level(place, scale.get()));
    }

    private Optional<String> level(Place place, String scale) {
        List<String> levels = declared.levels().get(scale);
        Optional<String> level = place.foreignCode();
        if (levels != null && level.isPresent() && !levels.contains(level.get())) {
            place.refuse("unknown level: the scale " + scale + " has " + String.join(", ", levels));
        }
        return level;
    }
}
