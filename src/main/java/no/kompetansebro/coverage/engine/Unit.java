package no.kompetansebro.coverage.engine;

import java.util.Optional;
import no.kompetansebro.organisation.UnitCode;

/** A unit in today's tree. */
public record Unit(UnitCode code, Optional<UnitCode> parent, Optional<String> kind) {}
