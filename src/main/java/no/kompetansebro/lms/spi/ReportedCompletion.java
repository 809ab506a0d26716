package no.kompetansebro.lms.spi;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody completed something; nothing is decided yet.
 *
 * @param externalId of this completion inside the source; the same one twice is one fact, the first that comes
 * @param score 0 to 100
 */
public record ReportedCompletion(
        String externalId, PersonKey person, ReportedCourse course, Instant achievedAt, Optional<BigDecimal> score) {}
