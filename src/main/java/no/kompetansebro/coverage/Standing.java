package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.Optional;
import no.kompetansebro.shared.DateInterval;

/**
 * A stretch of dates on which a pair has one status: a piece of the strip that shows when it was and will be covered.
 * On dates after today it is what is known today.
 */
public record Standing(DateInterval dates, Status status, Optional<LocalDate> heldUntil) {}
