package no.kompetansebro.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.DateInterval;

/** Which measures address a gap: that people of a unit lack a requirement. */
public interface GapMeasures {

    /**
     * What addresses gaps on the date: measures that are planned, under way or done and not over on the date, read once for
     * any number of gaps. A viewer gets only what may be seen: the plans of the viewer's own units, and what they inherit.
     */
    Known on(Viewer viewer, LocalDate date);

    /** The measures that were read. */
    interface Known {

        /**
         * The measures that address the gap, those for all of the unit first: the unit's own and what it inherits; then what
         * units below it do, and what is for single employees.
         *
         * @param unit the unit with all below it; empty for everything
         */
        List<Addressing> of(Optional<UnitCode> unit, RequirementCode requirement);

        /** Whether any measure is for all of the unit, or all of a unit above it. */
        default boolean isAddressed(Optional<UnitCode> unit, RequirementCode requirement) {
            return of(unit, requirement).stream().anyMatch(Addressing::whole);
        }
    }

    /**
     * A measure.
     *
     * @param name what is done, in the plan's words
     * @param stateKey the key of the text that says how far it has come
     * @param href its page, a path of ours
     * @param whole whether it is for all of the unit; false for a part of it
     */
    record Addressing(String name, String stateKey, DateInterval dates, String href, boolean whole) {}
}
