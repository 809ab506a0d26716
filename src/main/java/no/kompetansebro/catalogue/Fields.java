package no.kompetansebro.catalogue;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The fields of a mapping. A field that is written with nothing in it is as one that is absent. */
final class Fields {

    private final Place place;
    private final Map<String, YamlNode> values;
    private final int errorsBefore;

    Fields(Place place, Map<String, YamlNode> values) {
        this.place = place;
        this.values = values;
        this.errorsBefore = place.errors().count();
    }

    void refuseUnknown(Collection<String> known) {
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> place.errors().add(path(name), null, "unknown field"));
    }

    private String path(String name) {
        return place.path().isEmpty() ? name : place.path() + "." + name;
    }

    /** The field, where it is there. */
    Optional<Place> at(String name) {
        return Optional.ofNullable(values.get(name))
                .filter(node -> !(node instanceof YamlNode.Text text && text.isNothing()))
                .map(node -> new Place(path(name), node, place.errors()));
    }

    /** The field; its absence is an error. */
    Optional<Place> required(String name) {
        Optional<Place> at = at(name);
        if (at.isEmpty()) {
            missing(name, "is missing");
        }
        return at;
    }

    boolean has(String name) {
        return at(name).isPresent();
    }

    /** Says that the field should be there. */
    void missing(String name, String message) {
        place.errors().add(path(name), null, message);
    }

    /** Says of each of the fields that is there that it should not be. */
    void refuse(String message, String... names) {
        for (String name : names) {
            at(name).ifPresent(at -> at.refuse(message));
        }
    }

    /** Says that the mapping as a whole is wrong. */
    void refuse(String message) {
        place.refuse(message);
    }

    /** The names of the fields that are there. */
    Collection<String> names() {
        return values.keySet();
    }

    /** What the fields make, where none of them had an error. */
    <T> Optional<T> made(Supplier<T> thing) {
        return place.errors().count() == errorsBefore ? Optional.of(thing.get()) : Optional.empty();
    }
}
