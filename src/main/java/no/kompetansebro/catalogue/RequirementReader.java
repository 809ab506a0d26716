package no.kompetansebro.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.LocalizedName;

/** Reads a requirement: on people, on how many in a unit, or on units themselves (coverage.md sections 5, 6 and 9). */
final class RequirementReader {

    private static final String[] FIELDS = {
        "code",
        "name",
        "competence",
        "level",
        "category",
        "authority",
        "targetGroup",
        "minimum",
        "unitDuty",
        "validFrom",
        "validUntil",
        "dueDate",
        "graceDays",
        "warningDays"
    };
    private static final int MOST_DAYS = 36_500;

    private final References references;
    private final TargetGroupReader targetGroups;
    private final CriterionReader criteria;
    private final Function<CompetenceCode, Optional<LocalizedName>> names;

    /** {@code names}: of the competences; a requirement without a name of its own is called as its competence. */
    RequirementReader(References references, Function<CompetenceCode, Optional<LocalizedName>> names) {
        this.references = references;
        this.targetGroups = new TargetGroupReader(references);
        this.criteria = new CriterionReader(references);
        this.names = names;
    }

    Optional<Requirement> read(Place place) {
        return place.fields(FIELDS).flatMap(this::requirement);
    }

    private Optional<Requirement> requirement(Fields fields) {
        Optional<String> code = fields.required("code").flatMap(Place::code);
        Optional<LocalizedName> name = fields.at("name").flatMap(NameReader::read);
        Optional<Requirement.Category> category =
                fields.required("category").flatMap(place -> place.choice(Requirement.Category.class));
        Optional<String> authority = fields.at("authority").flatMap(Place::text);
        Optional<LocalDate> validFrom = date(fields, "validFrom");
        Optional<LocalDate> validUntil = date(fields, "validUntil");
        Optional<Integer> warningDays = days(fields, "warningDays");
        Optional<Requirement.Demand> demand = demand(fields);
        refuseEndBeforeStart(fields, validFrom, validUntil);
        return fields.made(() -> new Requirement(
                new RequirementCode(code.orElseThrow()),
                name.orElseGet(() -> defaultName(code.orElseThrow(), demand.orElseThrow())),
                category.orElseThrow(),
                authority,
                validFrom,
                validUntil,
                warningDays.orElse(Requirement.DEFAULT_WARNING_DAYS),
                demand.orElseThrow()));
    }

    private LocalizedName defaultName(String code, Requirement.Demand demand) {
        return RequirementNames.competence(demand).flatMap(names).orElseGet(() -> LocalizedName.of(code));
    }

    private static void refuseEndBeforeStart(Fields fields, Optional<LocalDate> from, Optional<LocalDate> until) {
        if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
            fields.refuse(
                    "must be after validFrom; it is the first day on which the requirement no longer holds",
                    "validUntil");
        }
    }

    private Optional<Requirement.Demand> demand(Fields fields) {
        if (fields.has("unitDuty")) {
            fields.refuse("does not go with unitDuty", "competence", "level", "targetGroup", "minimum");
            return fields.at("unitDuty")
                    .flatMap(place -> place.fields("units", "unitKinds", "criterion"))
                    .flatMap(duty -> ofUnits(fields, duty));
        }
        if (!fields.has("competence")) {
            fields.missing("competence", "is missing: a requirement asks for a competence, or is a unitDuty");
        }
        return fields.has("minimum") ? ofMinimum(fields) : ofPeople(fields);
    }

    private Optional<Requirement.Demand> ofPeople(Fields fields) {
        Optional<CompetenceCode> competence = fields.at("competence").flatMap(references::competence);
        Optional<String> level = references.level(fields, competence);
        Optional<TargetGroup> group = fields.at("targetGroup").flatMap(targetGroups::read);
        Optional<LocalDate> dueDate = date(fields, "dueDate");
        Optional<Integer> graceDays = days(fields, "graceDays");
        return fields.made(() -> new Requirement.OfPeople(
                competence.orElseThrow(), level, group.orElse(TargetGroup.EVERYONE), dueDate, graceDays.orElse(0)));
    }

    private Optional<Requirement.Demand> ofMinimum(Fields fields) {
        fields.refuse("does not go with minimum, which has no deadlines", "dueDate", "graceDays");
        Optional<CompetenceCode> competence = fields.at("competence").flatMap(references::competence);
        Optional<String> level = references.level(fields, competence);
        Optional<TargetGroup> group = fields.at("targetGroup").flatMap(targetGroups::read);
        Optional<Fields> minimum = fields.at("minimum").flatMap(place -> place.fields("units", "count"));
        List<UnitCode> units =
                minimum.flatMap(m -> m.required("units")).map(this::units).orElse(List.of());
        Optional<Integer> count =
                minimum.flatMap(m -> m.required("count")).flatMap(place -> place.integer(1, 1_000_000));
        return fields.made(() -> new Requirement.OfUnitMinimum(
                competence.orElseThrow(), level, group.orElse(TargetGroup.EVERYONE), units, count.orElseThrow()));
    }

    private Optional<Requirement.Demand> ofUnits(Fields fields, Fields duty) {
        if (!duty.has("units") && !duty.has("unitKinds")) {
            duty.missing("units", "is missing: units, unitKinds or both are needed");
        }
        List<UnitCode> units = duty.at("units").map(this::units).orElse(List.of());
        List<String> kinds = duty.at("unitKinds").map(this::kinds).orElse(List.of());
        Optional<Criterion> criterion = duty.required("criterion").flatMap(criteria::read);
        Optional<LocalDate> dueDate = date(fields, "dueDate");
        Optional<Integer> graceDays = days(fields, "graceDays");
        return fields.made(
                () -> new Requirement.OfUnits(units, kinds, criterion.orElseThrow(), dueDate, graceDays.orElse(0)));
    }

    private List<UnitCode> units(Place place) {
        return place.someOf().stream()
                .flatMap(unit -> references.unit(unit).stream())
                .distinct()
                .toList();
    }

    private List<String> kinds(Place place) {
        return place.someOf().stream()
                .flatMap(kind -> references.unitKind(kind).stream())
                .distinct()
                .toList();
    }

    private static Optional<LocalDate> date(Fields fields, String name) {
        return fields.at(name).flatMap(Place::date);
    }

    private static Optional<Integer> days(Fields fields, String name) {
        return fields.at(name).flatMap(place -> place.integer(0, MOST_DAYS));
    }
}
