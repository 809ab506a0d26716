package no.kompetansebro.planning.duties;

import java.util.List;
import java.util.OptionalDouble;
import no.kompetansebro.coverage.UnitDutyStanding;

/** How many of the units have done a duty: of units, never of people (coverage.md section 9). */
record DutyShare(long done, long units) {

    static DutyShare of(List<UnitDutyStanding> standings) {
        return new DutyShare(
                standings.stream().filter(each -> !each.status().isGap()).count(), standings.size());
    }

    OptionalDouble share() {
        return units == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) done / units);
    }
}
