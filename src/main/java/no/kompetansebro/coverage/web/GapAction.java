package no.kompetansebro.coverage.web;

import java.util.Optional;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.RequirementCode;

/**
 * What leaders and HR may do about all who lack a requirement, where the gaps are looked at. Declare a bean of it; they stand in the
 * order of {@link org.springframework.core.annotation.Order}.
 */
public interface GapAction {

    /** The gaps that are looked at: of the requirement, in the unit and all below it, or everywhere. */
    record Asked(Viewer viewer, Optional<UnitCode> unit, RequirementCode requirement, AsOf asOf, Words words) {}

    /**
     * Something to do.
     *
     * @param text what, as a button says it: an imperative
     * @param href a path of ours
     */
    record Action(String text, String href) {}

    /** What may be done; nothing that would be refused. */
    Optional<Action> action(Asked asked);
}
