package no.kompetansebro.lti.advantage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What a platform's gradebook says of a person in a line item (AGS 2.0 section 3.3), where it says a score. */
public record Result(String subject, BigDecimal score, BigDecimal maximum, Optional<Instant> at) {}
