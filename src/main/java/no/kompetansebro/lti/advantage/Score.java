package no.kompetansebro.lti.advantage;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A score for a person (AGS 2.0 section 3.4), final at the moment: anything else would erase the grade in Moodle.
 *
 * @param given of {@code maximum}, both not negative
 * @param at whole seconds, later than that of any earlier score of the person in the line item
 */
public record Score(String subject, BigDecimal given, BigDecimal maximum, Instant at) {}
