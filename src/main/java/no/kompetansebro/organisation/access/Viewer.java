package no.kompetansebro.organisation.access;

import java.util.Optional;
import java.util.Set;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;

/**
 * Who looks, and what they may see today: themselves; as a leader the units they lead and all below; with an HR grant
 * a unit and all below, or everything. Roles that an LMS sends give none of this.
 *
 * @param units every unit the viewer may see people of: led or granted, with all units below them
 * @param ledUnits the units the viewer leads by an employment today (without those below)
 * @param everything an HR grant for the whole employer (or an API client)
 * @param administrator may set up, by a right given here or by an LMS's word
 * @param appointed may set up by a right given here; what such a person decides needs nobody else
 * @param vouched whether only an LMS's administrator vouches for who this is: then nothing but the own page, also where what one
 *     may do follows from who one is and not from a right (ADR 8)
 */
public record Viewer(
        Optional<EmployeeId> employee,
        Set<UnitCode> units,
        Set<UnitCode> ledUnits,
        Set<UnitCode> hrUnits,
        boolean everything,
        boolean administrator,
        boolean appointed,
        boolean vouched) {

    /** Somebody whom the employer knows. */
    public Viewer(
            Optional<EmployeeId> employee,
            Set<UnitCode> units,
            Set<UnitCode> ledUnits,
            Set<UnitCode> hrUnits,
            boolean everything,
            boolean administrator,
            boolean appointed) {
        this(employee, units, ledUnits, hrUnits, everything, administrator, appointed, false);
    }

    public Viewer {
        units = Set.copyOf(units);
        ledUnits = Set.copyOf(ledUnits);
        hrUnits = Set.copyOf(hrUnits);
    }

    /** Sees everything of the employer: an API client with the scope, or the system itself. */
    public static Viewer ofEverything() {
        return new Viewer(Optional.empty(), Set.of(), Set.of(), Set.of(), true, false, false);
    }

    /** Whether the viewer may see the people of the unit. */
    public boolean sees(UnitCode unit) {
        return everything || units.contains(unit);
    }

    /** Whether the viewer leads anything today. */
    public boolean leads() {
        return !ledUnits.isEmpty();
    }

    /** Whether the viewer has an HR grant today, for everything or for a part. */
    public boolean plans() {
        return everything || !hrUnits.isEmpty();
    }
}
