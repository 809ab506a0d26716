package no.kompetansebro.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.RequirementCode;

/**
 * Makes measures of what a scenario supposes, once somebody wants it done. Declare a bean of it where measures are kept; without one
 * scenarios remain thoughts.
 */
public interface ScenarioMeasures {

    /**
     * One thing to do.
     *
     * @param measure what is to be done, in words
     * @param targetGroup for whom, in words
     * @param people for whom, by name; none where it is about no people in particular
     * @param item what they are to learn
     * @param requirements the requirements whose gaps it closes; may be none
     * @param unit whose plan it belongs to; empty for the whole employer's
     * @param by the day by which it is to be done
     */
    record Proposed(
            String measure,
            String targetGroup,
            Set<EmployeeId> people,
            Optional<ItemCode> item,
            Set<RequirementCode> requirements,
            Optional<UnitCode> unit,
            LocalDate by) {

        public Proposed {
            people = Set.copyOf(people);
            requirements = Set.copyOf(requirements);
        }
    }

    /**
     * Keeps the measures as proposed ones, in one transaction, and returns the path of the page that shows them. Refuses with a
     * {@link org.springframework.web.server.ResponseStatusException} of 403 who may not make measures of the unit.
     */
    String propose(Viewer viewer, List<Proposed> measures);
}
