package no.kompetansebro.coverage.engine;

import java.time.LocalDate;
import java.util.Optional;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.shared.DateInterval;

/**
 * How an obligation stands on every one of the dates, each asked with what is known on it (coverage.md sections 1 and 7).
 *
 * @param deadline that of the subject interval; {@link LocalDate#MIN} for a unit's duty that has been since ever
 * @param heldFrom start of the holding interval; empty when not held
 * @param heldUntil its end (exclusive); empty when not held, or held for ever
 * @param nextChange the first later date on which the status differs or the subject ends; empty if never
 */
public record Segment(
        DateInterval dates,
        Status status,
        LocalDate deadline,
        Optional<LocalDate> heldFrom,
        Optional<LocalDate> heldUntil,
        Optional<LocalDate> nextChange) {}
