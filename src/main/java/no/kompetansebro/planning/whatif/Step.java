package no.kompetansebro.planning.whatif;

import java.time.LocalDate;
import java.util.Optional;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.requirement.RequirementCode;

/** One thing that a scenario supposes. */
sealed interface Step {

    /** Those take the item on the date; where a requirement is given, only those who lack what it asks. */
    record Learn(ItemCode item, Who who, Optional<RequirementCode> lacking, LocalDate on) implements Step {}

    /** Their employments end on the date, and nobody comes in their place. */
    record End(Who who, LocalDate on) implements Step {}

    /** What the award rule asks for holds so many months. */
    record Lasting(String rule, int months) implements Step {}

    /**
     * The requirement has other terms; what is empty stays.
     *
     * @param also whom it binds too, from {@code from} on where that is given
     */
    record Terms(
            RequirementCode requirement,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            Optional<LocalDate> due,
            Optional<Integer> graceDays,
            Optional<Who> also)
            implements Step {}

    /** There is a new mandatory requirement. */
    record Require(CompetenceCode competence, Who who, LocalDate from, int graceDays) implements Step {}

    /** Whether it is about rules, so that it can be done in the catalogue. */
    default boolean isOfRules() {
        return switch (this) {
            case Learn _, End _ -> false;
            case Lasting _, Terms _, Require _ -> true;
        };
    }
}
