package no.kompetansebro.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kind of a tree's node: the one field that it has. */
record OneKind(String name, Place place) {

    static Optional<OneKind> of(Fields fields, String... kinds) {
        List<OneKind> found = Stream.of(kinds)
                .flatMap(kind -> fields.at(kind).map(place -> new OneKind(kind, place)).stream())
                .toList();
        if (found.size() == 1) {
            return Optional.of(found.getFirst());
        }
        fields.refuse(
                found.isEmpty()
                        ? "must have one of " + String.join(", ", kinds)
                        : "must be of one kind, not of "
                                + String.join(
                                        " and ",
                                        found.stream().map(OneKind::name).toList()));
        return Optional.empty();
    }
}
