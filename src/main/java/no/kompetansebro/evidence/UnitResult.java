package no.kompetansebro.evidence;

import java.time.LocalDate;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.UnitCode;

/** That a unit did an item on a date (coverage.md section 9), known by its source and external id. */
public record UnitResult(String source, String externalId, UnitCode unit, ItemCode item, LocalDate achievedOn) {}
