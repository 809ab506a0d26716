package no.kompetansebro.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.TargetGroup;

/** Reads what a requirement demands of whom: of people, of a minimum of them in each unit, or of units themselves. */
final class DemandReader {

    private final References references;
    private final TargetGroupReader targetGroups;
    private final CriterionReader criteria;

    DemandReader(References references) {
        this.references = references;
        this.targetGroups = new TargetGroupReader(references);
        this.criteria = new CriterionReader(references);
    }

    Optional<Requirement.Demand> read(Fields fields) {
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
        Optional<LocalDate> dueDate = RequirementReader.date(fields, "dueDate");
        Optional<Integer> graceDays = RequirementReader.days(fields, "graceDays");
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
        Optional<LocalDate> dueDate = RequirementReader.date(fields, "dueDate");
        Optional<Integer> graceDays = RequirementReader.days(fields, "graceDays");
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
}
