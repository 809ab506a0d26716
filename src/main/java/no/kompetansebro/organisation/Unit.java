package no.kompetansebro.organisation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A unit of the organisation as it is recorded today.
 *
 * @param endedOn the first day on which it was no longer current; empty for a current unit
 */
public record Unit(
        UnitCode code, Optional<UnitCode> parent, String name, Optional<String> kind, Optional<LocalDate> endedOn) {}
