package no.kompetansebro.coverage.engine;

import java.math.BigDecimal;
import java.util.Optional;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.shared.DateInterval;
import no.kompetansebro.shared.Timeline;

/**
 * A period of work in one position of one unit.
 *
 * @param number the employer's number of the employment; it may have several periods
 * @param fte percent of a full position
 * @param leave the dates on leave from it: it makes nobody subject and counts nowhere (coverage.md section 5)
 */
public record Employment(
        String number,
        UnitCode unit,
        String position,
        Optional<String> leaderLevel,
        BigDecimal fte,
        DateInterval dates,
        Timeline leave) {}
