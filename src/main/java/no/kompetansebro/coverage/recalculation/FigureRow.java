package no.kompetansebro.coverage.recalculation;

import java.util.Optional;
import no.kompetansebro.organisation.UnitCode;

/**
 * A row of figures.
 *
 * @param unit the unit with all below it; empty for everything
 * @param code the position or leader level ("" for no level); "" for everybody in the unit
 */
record FigureRow(Optional<UnitCode> unit, Facet facet, String code) {

    /** Who in the unit is counted. */
    enum Facet {
        ALL,
        POSITION,
        LEADER_LEVEL
    }

    static FigureRow of(Optional<UnitCode> unit) {
        return new FigureRow(unit, Facet.ALL, "");
    }
}
