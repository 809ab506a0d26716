package no.kompetansebro.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.requirement.TargetGroup;

/** Reads a target group: a tree of mappings with one field, the node's kind (coverage.md section 5). */
final class TargetGroupReader {

    private static final String[] KINDS = {
        "unit",
        "position",
        "leaderLevel",
        "role",
        "hiredFrom",
        "newHire",
        "minFte",
        "employees",
        "from",
        "all",
        "any",
        "not"
    };
    private static final int HIGHEST_FTE = 1000;

    private final References references;

    TargetGroupReader(References references) {
        this.references = references;
    }

    Optional<TargetGroup> read(Place place) {
        return place.fields(KINDS).flatMap(fields -> OneKind.of(fields, KINDS)).flatMap(this::ofKind);
    }

    private Optional<TargetGroup> ofKind(OneKind kind) {
        Place place = kind.place();
        return switch (kind.name()) {
            case "unit" -> references.unit(place).map(TargetGroup.InUnit::new);
            case "position" -> codes(place, Function.identity()).map(TargetGroup.Position::new);
            case "leaderLevel" -> codes(place, Function.identity()).map(TargetGroup.LeaderLevel::new);
            case "role" -> place.foreignCode().map(TargetGroup.Role::new);
            case "hiredFrom" -> place.date().map(TargetGroup.HiredFrom::new);
            case "newHire" -> place.fields("months").flatMap(TargetGroupReader::newHire);
            case "minFte" -> place.decimal(0, HIGHEST_FTE).map(TargetGroup.MinFte::new);
            case "employees" -> codes(place, EmployeeNumber::new).map(TargetGroup.Employees::new);
            case "from" -> place.date().map(TargetGroup.From::new);
            case "all" -> children(place).map(TargetGroup.All::new);
            case "any" -> children(place).map(TargetGroup.Any::new);
            default -> read(place).map(TargetGroup.Not::new);
        };
    }

    private static Optional<TargetGroup> newHire(Fields fields) {
        return fields.required("months")
                .flatMap(place -> place.integer(1, 1200))
                .map(TargetGroup.NewHire::new);
    }

    private static <T> Optional<Set<T>> codes(Place place, Function<String, T> type) {
        Set<T> codes = place.someOf().stream()
                .flatMap(each -> each.foreignCode().stream())
                .map(type)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return codes.isEmpty() ? Optional.empty() : Optional.of(codes);
    }

    /** Every child, or nothing where one of them, or their number, is wrong. */
    private Optional<List<TargetGroup>> children(Place place) {
        List<Place> places = place.someOf();
        List<TargetGroup> children =
                places.stream().flatMap(child -> read(child).stream()).toList();
        return children.isEmpty() || children.size() < places.size() ? Optional.empty() : Optional.of(children);
    }
}
