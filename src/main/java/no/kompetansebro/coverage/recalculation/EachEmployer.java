package no.kompetansebro.coverage.recalculation;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work to be done for one employer after the other: what fails for one keeps nobody else from theirs. */
final class EachEmployer {

    private static final Logger log = LoggerFactory.getLogger(EachEmployer.class);

    private final String what;
    private final Runnable work;
    private final JdbcClient jdbc;
    private final Patience patience;

    EachEmployer(String what, Runnable work, JdbcClient jdbc, InstantSource clock) {
        this.what = what;
        this.work = work;
        this.jdbc = jdbc;
        this.patience = new Patience(clock);
    }

    /** Does it for all whose turn it is, in any order: so two who begin together do not meet at each. */
    void work() {
        List<EmployerId> employers = jdbc.sql("select employer_id from employer order by random()")
                .query((row, _) -> new EmployerId(row.getObject("employer_id", UUID.class)))
                .list();
        employers.stream().filter(patience::isOver).forEach(this::workFor);
    }

    private void workFor(EmployerId employer) {
        try {
            EmployerScope.in(employer, () -> {
                work.run();
                return true;
            });
            patience.succeeded(employer);
        } catch (RuntimeException e) {
            log(employer, patience.failed(employer), e);
        }
    }

    /** One line for each attempt; where it failed is told by the first. */
    private void log(EmployerId employer, Patience.Wait wait, RuntimeException failure) {
        if (wait.failures() == 1) {
            log.warn("{} of employer {} failed; the next attempt is in {}", what, employer, wait.length(), failure);
        } else {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
            log.warn(
                    "{} of employer {} failed {} times in a row; the next attempt is in {}: {}",
                    what,
                    employer,
                    wait.failures(),
                    wait.length(),
                    cause.toString());
        }
    }
}
