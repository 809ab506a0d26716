package no.kompetansebro.lms;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every half second whether an employer has something to do with its LMS's services, and does it. Employers do not
 * wait for one another: one whose LMS hangs keeps nobody else from theirs. Several instances share the work.
 */
@Component
class ServiceWork implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ServiceWork.class);

    /** Whatever changed without telling (an import, the catalogue, the date) is seen after this. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final ServiceWatch watch;
    private final Reporting reporting;
    private final Columns columns;
    private final RosterReadings rosters;
    private final GradeReadings grades;
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("lms-services-", 0).factory());
    private final Set<EmployerId> underWay = ConcurrentHashMap.newKeySet();

    ServiceWork(
            ServiceWatch watch, Reporting reporting, Columns columns, RosterReadings rosters, GradeReadings grades) {
        this.watch = watch;
        this.reporting = reporting;
        this.columns = columns;
        this.rosters = rosters;
        this.grades = grades;
    }

    @Scheduled(fixedDelay = 500)
    void look() {
        List<EmployerId> due = watch.take(LOOK_AGAIN);
        due.stream().filter(underWay::add).forEach(employer -> workers.execute(() -> at(employer)));
    }

    private void at(EmployerId employer) {
        try {
            EmployerScope.in(employer, () -> {
                columns.run();
                reporting.run();
                rosters.run();
                grades.run();
                return true;
            });
        } catch (RuntimeException e) {
            log.warn("The LMS services of employer {} could not be used", employer, e);
        } finally {
            underWay.remove(employer);
        }
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }
}
