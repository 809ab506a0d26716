package no.kompetansebro.lms;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.kompetansebro.coverage.FactsVersion;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks every half second whether an employer has something to do with its LMS's services, and does it. Employers do not
 * wait for one another: one whose LMS hangs keeps nobody else from theirs. Several instances share the work.
 */
@Component
class ServiceWork implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ServiceWork.class);

    private final ServiceWatch watch;
    private final FactsVersion facts;
    private final EmployerCalendar calendar;
    private final TransactionTemplate transaction;
    private final Reporting reporting;
    private final Columns columns;
    private final RosterReadings rosters;
    private final GradeReadings grades;
    private final Duration lookAgain;
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("lms-services-", 0).factory());
    private final Set<Job> underWay = ConcurrentHashMap.newKeySet();

    /** @param lookAgain whatever changed without telling (an import, the catalogue, the date) is seen after this */
    ServiceWork(
            ServiceWatch watch,
            FactsVersion facts,
            EmployerCalendar calendar,
            TransactionTemplate transaction,
            Reporting reporting,
            Columns columns,
            RosterReadings rosters,
            GradeReadings grades,
            @Value("${kompetansebro.lms.look-again:2s}") Duration lookAgain) {
        this.watch = watch;
        this.facts = facts;
        this.calendar = calendar;
        this.transaction = transaction;
        this.reporting = reporting;
        this.columns = columns;
        this.rosters = rosters;
        this.grades = grades;
        this.lookAgain = lookAgain;
    }

    @Scheduled(fixedDelayString = "${kompetansebro.lms.look:500ms}")
    void look() {
        List<EmployerId> due = watch.take(lookAgain);
        due.forEach(employer -> workers.execute(() -> look(employer)));
    }

    private void look(EmployerId employer) {
        try {
            ServiceWatch.Due due = EmployerScope.in(
                    employer, () -> transaction.execute(_ -> watch.due(facts.current(), calendar.today())));
            start(new Job(employer, Kind.SCORES), due.scores());
            start(new Job(employer, Kind.READINGS), due.readings());
        } catch (RuntimeException e) {
            log.warn("What the LMS services of employer {} are due could not be seen", employer, e);
        }
    }

    private void start(Job job, boolean due) {
        if (due && underWay.add(job)) {
            workers.execute(() -> run(job));
        }
    }

    private void run(Job job) {
        try {
            EmployerScope.in(job.employer(), () -> {
                run(job.kind());
                return true;
            });
        } catch (RuntimeException e) {
            log.warn("The LMS services of employer {} could not be used ({})", job.employer(), job.kind(), e);
        } finally {
            underWay.remove(job);
        }
    }

    private void run(Kind kind) {
        switch (kind) {
            case SCORES -> {
                columns.run();
                reporting.run();
            }
            case READINGS -> {
                rosters.run();
                grades.run();
            }
        }
    }

    /** Scores are quick and do not wait for a long roster. */
    private enum Kind {
        SCORES,
        READINGS
    }

    private record Job(EmployerId employer, Kind kind) {}

    @Override
    public void destroy() {
        workers.shutdownNow();
    }
}
