package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.kompetansebro.coverage.engine.Rulebook;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.TargetGroup;

/** Something that is not so, to see what coverage would be if it were. */
public sealed interface Supposition {

    /**
     * Whoever is in the group on the date achieves the item on it, with full score; today or earlier is read as tomorrow.
     *
     * @param lacking only those who do not hold what this requirement asks of them on the date
     */
    record Learning(TargetGroup who, Optional<RequirementCode> lacking, ItemCode item, LocalDate on)
            implements Supposition {}

    /** Employments in the group on the date end then; nobody comes in their place. */
    record Ending(TargetGroup who, LocalDate on) implements Supposition {}

    /** The rules are others: a function of the rules as the catalogue has them. Units stay. */
    record Ruling(UnaryOperator<Rulebook> change) implements Supposition {}
}
