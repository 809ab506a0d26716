package no.kompetansebro.planning.reports;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import no.kompetansebro.coverage.FactsVersion;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes reports: reads the figures, and freezes them under the next number. */
@Component
class ReportMaking {

    private static final int ATTEMPTS = 3;

    private final Snapshots snapshots;
    private final FrozenReports reports;
    private final FactsVersion facts;
    private final EmployerCalendar calendar;
    private final Clock clock;
    private final TransactionTemplate transactions;

    ReportMaking(
            Snapshots snapshots,
            FrozenReports reports,
            FactsVersion facts,
            EmployerCalendar calendar,
            Clock clock,
            TransactionTemplate transactions) {
        this.snapshots = snapshots;
        this.reports = reports;
        this.facts = facts;
        this.calendar = calendar;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** A snapshot and the version of the facts that it is of. */
    record Reading(long factsVersion, Snapshot snapshot) {}

    /** The figures now. They are many reads: while somebody changes facts in between, they are read again, a few times. */
    Reading read(ReportPeriod period, Optional<UnitCode> unit) {
        Reading reading = readOnce(period, unit);
        for (int i = 1; i < ATTEMPTS && facts.current() != reading.factsVersion(); i++) {
            reading = readOnce(period, unit);
        }
        return reading;
    }

    private Reading readOnce(ReportPeriod period, Optional<UnitCode> unit) {
        return new Reading(facts.current(), snapshots.take(period, unit));
    }

    /** The report of a period that is over; of a unit, or of everybody. The number is taken last, so that nobody waits. */
    FrozenReport make(Viewer viewer, ReportPeriod period, Optional<UnitCode> unit) {
        Reading reading = read(period, unit);
        Instant now = clock.instant();
        int year = calendar.dateOf(now).getYear();
        return transactions.execute(_ -> {
            FrozenReport report = new FrozenReport(
                    reports.next(year),
                    period,
                    unit,
                    reading.factsVersion(),
                    viewer.employee(),
                    now,
                    reading.snapshot());
            reports.add(report);
            return report;
        });
    }
}
