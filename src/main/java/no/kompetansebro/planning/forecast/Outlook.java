package no.kompetansebro.planning.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.Fall;
import no.kompetansebro.coverage.Figures;
import no.kompetansebro.learning.ItemCode;

/**
 * What comes of a scope.
 *
 * @param trend coverage by month
 * @param planned the same with what is planned, where that is wanted and anything is
 * @param at when it was found out, where that is not now
 */
record Outlook(
        List<Need> needs,
        Map<LocalDate, Figures> trend,
        Map<LocalDate, Figures> planned,
        boolean anythingPlanned,
        Optional<Instant> at) {

    /** A fall with what it takes to be covered. */
    record Need(Fall fall, List<ItemCode> items) {}

    Outlook at(Instant moment) {
        return new Outlook(needs, trend, planned, anythingPlanned, Optional.of(moment));
    }
}
