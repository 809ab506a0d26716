package no.kompetansebro.coverage.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.organisation.UnitCode;

/**
 * How far leaders have come with what their level must have, for reports. Where there is a leadership school, its module declares a
 * bean of it.
 */
public interface SchoolFigures {

    /**
     * A leader level; every leader is counted under one.
     *
     * @param covered of the pairs of the level's leaders with requirements of the school
     * @param toCover those pairs that are not exempt
     * @param agreed leaders whose needs are agreed with their own leader
     */
    record Level(String level, long leaders, long covered, long toCover, long agreed) {}

    /** The levels of which the school requires something, of the unit and all below it or of everybody, whoever asks. */
    List<Level> on(LocalDate date, Optional<UnitCode> unit);
}
