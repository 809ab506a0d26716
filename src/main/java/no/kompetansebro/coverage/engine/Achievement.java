package no.kompetansebro.coverage.engine;

import java.math.BigDecimal;
import java.util.Optional;
import no.kompetansebro.shared.Timeline;

/** A result with the hours that it gives: its own, else its item's nominal ones (coverage.md section 3). */
record Achievement(int day, int ownEnd, BigDecimal hours, Result result) implements Link {

    static Achievement of(Result result, BigDecimal nominalHours) {
        return new Achievement(
                Timeline.day(result.achievedOn()),
                result.validUntil().map(Timeline::day).orElse(NO_END),
                result.hours().orElse(nominalHours),
                result);
    }

    /** Whether its score is enough; without a score it is not, where one is asked for. */
    boolean reaches(Optional<BigDecimal> minScore) {
        return minScore.isEmpty()
                || result.score()
                        .filter(score -> score.compareTo(minScore.get()) >= 0)
                        .isPresent();
    }
}
