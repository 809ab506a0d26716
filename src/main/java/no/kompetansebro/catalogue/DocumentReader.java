package no.kompetansebro.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.competence.Scale;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.LeadershipSchool;
import no.kompetansebro.shared.LocalizedName;

/** Reads the document's lists, the leadership school and everything in them; what is wrong goes to the errors. */
final class DocumentReader {

    private static final String[] SECTIONS = {
        "scales", "competences", "items", "awardRules", "requirements", "leadershipSchool"
    };

    private final Errors errors;
    private final References references;
    private final CriterionReader criteria;
    private final ItemReader items;

    DocumentReader(Declared declared, KnownUnits units, Errors errors) {
        this.errors = errors;
        this.references = new References(declared, units);
        this.criteria = new CriterionReader(references);
        this.items = new ItemReader(references);
    }

    /** The content; empty when anything at all is wrong. */
    Optional<CatalogueContent> read(YamlNode root) {
        return new Place("", root, errors).fields(SECTIONS).flatMap(this::content);
    }

    private Optional<CatalogueContent> content(Fields document) {
        List<Scale> scales = section(document, "scales", this::scale);
        List<Competence> competences = section(document, "competences", this::competence);
        List<Place> places = places(document, "items");
        List<Item> items = section(places, this.items::read);
        new ProgrammeCheck(places).check();
        List<AwardRule> rules = section(document, "awardRules", this::awardRule);
        var requirements = new RequirementReader(references, names(competences));
        var all = section(document, "requirements", requirements::read);
        LeadershipSchool school =
                document.at("leadershipSchool").flatMap(this::school).orElse(LeadershipSchool.NONE);
        return document.made(() -> new CatalogueContent(scales, competences, items, rules, all, school));
    }

    private Optional<LeadershipSchool> school(Place place) {
        return place.fields("modules").flatMap(fields -> {
            Set<ItemCode> modules = new LinkedHashSet<>();
            for (Place each : fields.required("modules").map(Place::someOf).orElse(List.of())) {
                if (references.item(each).filter(item -> !modules.add(item)).isPresent()) {
                    each.refuse("is given twice");
                }
            }
            return fields.made(() -> new LeadershipSchool(List.copyOf(modules)));
        });
    }

    private static Function<CompetenceCode, Optional<LocalizedName>> names(List<Competence> competences) {
        Map<CompetenceCode, LocalizedName> names =
                competences.stream().collect(Collectors.toMap(Competence::code, Competence::name, (first, _) -> first));
        return code -> Optional.ofNullable(names.get(code));
    }

    private static <T> List<T> section(Fields document, String name, Function<Place, Optional<T>> entry) {
        return section(places(document, name), entry);
    }

    private static <T> List<T> section(List<Place> places, Function<Place, Optional<T>> entry) {
        refuseRepeatedCodes(places);
        return places.stream().flatMap(place -> entry.apply(place).stream()).toList();
    }

    private static List<Place> places(Fields document, String name) {
        return document.at(name).map(Place::list).orElse(List.of());
    }

    private static void refuseRepeatedCodes(List<Place> entries) {
        Set<String> codes = new HashSet<>();
        for (Place entry : entries) {
            if (entry.node() instanceof YamlNode.Mapping mapping
                    && mapping.fields().get("code") instanceof YamlNode.Text(String code, boolean _)
                    && !codes.add(code)) {
                entry.errors().add(entry.path() + ".code", code, "is used twice");
            }
        }
    }

    private Optional<Scale> scale(Place place) {
        return place.fields("code", "levels").flatMap(fields -> {
            Optional<String> code = fields.required("code").flatMap(Place::code);
            List<String> levels =
                    fields.required("levels").map(DocumentReader::levels).orElse(List.of());
            return fields.made(() -> new Scale(code.orElseThrow(), levels));
        });
    }

    private static List<String> levels(Place place) {
        List<String> levels = new ArrayList<>();
        for (Place each : place.someOf()) {
            Optional<String> level = each.foreignCode();
            if (level.filter(levels::contains).isPresent()) {
                each.refuse("is on the scale twice");
            }
            level.ifPresent(levels::add);
        }
        return levels;
    }

    private Optional<Competence> competence(Place place) {
        return place.fields("code", "name", "kind", "emphasis", "scale", "validity")
                .flatMap(fields -> {
                    Optional<String> code = fields.required("code").flatMap(Place::code);
                    Optional<LocalizedName> name = fields.required("name").flatMap(NameReader::read);
                    Optional<Competence.Kind> kind =
                            fields.required("kind").flatMap(p -> p.choice(Competence.Kind.class));
                    Set<Competence.Emphasis> emphasis =
                            fields.at("emphasis").map(Place::list).orElse(List.of()).stream()
                                    .flatMap(p -> p.choice(Competence.Emphasis.class).stream())
                                    .collect(Collectors.toUnmodifiableSet());
                    Optional<String> scale = fields.at("scale").flatMap(references::scale);
                    Optional<ValidityPolicy> validity = fields.at("validity").flatMap(ValidityReader::read);
                    return fields.made(() -> new Competence(
                            new CompetenceCode(code.orElseThrow()),
                            name.orElseThrow(),
                            kind.orElseThrow(),
                            emphasis,
                            scale,
                            validity.orElse(ValidityPolicy.FOREVER)));
                });
    }

    private Optional<AwardRule> awardRule(Place place) {
        return place.fields("code", "competence", "level", "criterion").flatMap(fields -> {
            Optional<String> code = fields.required("code").flatMap(Place::code);
            Optional<CompetenceCode> competence = fields.required("competence").flatMap(references::competence);
            Optional<String> level = references.level(fields, competence);
            Optional<Criterion> criterion = fields.required("criterion").flatMap(criteria::read);
            return fields.made(
                    () -> new AwardRule(code.orElseThrow(), competence.orElseThrow(), level, criterion.orElseThrow()));
        });
    }
}
