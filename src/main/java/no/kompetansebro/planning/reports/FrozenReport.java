package no.kompetansebro.planning.reports;

import java.time.Instant;
import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;

/**
 * A report as it was made; it never changes.
 *
 * @param unit the unit that it is about, with all below it; empty for everybody
 * @param factsVersion the version of all facts that its figures are from
 * @param madeBy who made it; empty where that was no employee
 */
record FrozenReport(
        ReportNumber number,
        ReportPeriod period,
        Optional<UnitCode> unit,
        long factsVersion,
        Optional<EmployeeId> madeBy,
        Instant madeAt,
        Snapshot snapshot) {}
