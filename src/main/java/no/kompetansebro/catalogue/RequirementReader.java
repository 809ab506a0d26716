package no.kompetansebro.catalogue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;
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

    private final DemandReader demands;
    private final Function<CompetenceCode, Optional<LocalizedName>> names;

    /** {@code names}: of the competences; a requirement without a name of its own is called as its competence. */
    RequirementReader(References references, Function<CompetenceCode, Optional<LocalizedName>> names) {
        this.demands = new DemandReader(references);
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
        Optional<Requirement.Demand> demand = demands.read(fields);
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

    static Optional<LocalDate> date(Fields fields, String name) {
        return fields.at(name).flatMap(Place::date);
    }

    static Optional<Integer> days(Fields fields, String name) {
        return fields.at(name).flatMap(place -> place.integer(0, MOST_DAYS));
    }
}
