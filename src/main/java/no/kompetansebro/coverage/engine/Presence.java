package no.kompetansebro.coverage.engine;

import java.math.BigDecimal;
import java.util.List;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.Timeline;

/**
 * How a person counts, or would, for a minimum in one of its units (coverage.md section 9).
 *
 * @param posts the employments in the unit or below it that are in the target group, one by one
 * @param holding the dates on which the person holds the competence
 */
public record Presence(RequirementCode requirement, UnitCode unit, int required, List<Share> posts, Timeline holding) {

    /** An employment on the dates on which it is present, with its percent of a full position. */
    public record Share(Timeline dates, BigDecimal fte) {}

    public Presence {
        posts = List.copyOf(posts);
    }

    /** The dates on which the person is there. */
    public Timeline present() {
        return Timeline.anyOf(posts.stream().map(Share::dates).toArray(Timeline[]::new));
    }

    /** The dates on which the person is one of the heads. */
    public Timeline counting() {
        return present().intersection(holding);
    }
}
