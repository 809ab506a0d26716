package no.kompetansebro.coverage.engine;

import java.util.Set;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.requirement.RequirementCode;

/**
 * A requirement that somebody does not meet, or soon will not, and every item that would bring them nearer to it: also one of
 * several that are missing, and each of several of which one is enough.
 */
public record Need(RequirementCode requirement, Segment standing, Set<ItemCode> items) {

    public Need {
        items = Set.copyOf(items);
    }
}
