package no.kompetansebro.moodle;

import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does one step of a run after the other; what may be over in a moment is tried again at once, twice. */
@Component
class Steps {

    private static final int ATTEMPTS = 3;

    private final ReportReading report;
    private final PeopleReading people;
    private final CourseCatalogue catalogue;
    private final Absent absent;
    private final Delivery delivery;
    private final Runs runs;
    private final ConnectionStates states;
    private final TransactionTemplate transaction;
    private final Duration pause;

    Steps(
            ReportReading report,
            PeopleReading people,
            CourseCatalogue catalogue,
            Absent absent,
            Delivery delivery,
            Runs runs,
            ConnectionStates states,
            TransactionTemplate transaction,
            @Value("${kompetansebro.moodle.try-again:700ms}") Duration pause) {
        this.report = report;
        this.people = people;
        this.catalogue = catalogue;
        this.absent = absent;
        this.delivery = delivery;
        this.runs = runs;
        this.states = states;
        this.transaction = transaction;
        this.pause = pause;
    }

    /** The run as it is after its next step; empty: it has come to its end. Throws {@link Halt}. */
    Optional<Run> next(Connection connection, Moodle moodle, Run run) {
        int before = moodle.calls();
        try {
            return stepped(connection, moodle, run);
        } finally {
            runs.called(run, moodle.calls() - before);
        }
    }

    private Optional<Run> stepped(Connection connection, Moodle moodle, Run run) {
        if (run.kind() == Run.Kind.FULL && run.cursor().isEmpty()) {
            listCourses(connection, moodle);
        }
        Step step = readPatiently(connection, moodle, run);
        Run after = delivery.deliver(connection, run, step).orElseThrow(() -> new Halt(Trouble.HELD));
        if (!step.last()) {
            return Optional.of(after);
        }
        if (run.kind() == Run.Kind.FULL && run.way() == Way.REPORT) {
            absent.lookAfter(connection, moodle, after);
        }
        transaction.executeWithoutResult(_ -> {
            runs.finish(after, "");
            states.finished(connection.id(), after);
        });
        return Optional.empty();
    }

    /** Person by person is possible without it. */
    private void listCourses(Connection connection, Moodle moodle) {
        try {
            catalogue.read(connection, moodle);
        } catch (Halt halt) {
            if (halt.trouble() != Trouble.NOT_ALLOWED) {
                throw halt;
            }
        }
    }

    private Step readPatiently(Connection connection, Moodle moodle, Run run) {
        for (int attempt = 1; ; attempt++) {
            try {
                return switch (run.way()) {
                    case REPORT -> report.read(connection, moodle, run);
                    case PEOPLE -> people.read(connection, moodle, run);
                };
            } catch (Halt halt) {
                boolean again = halt.trouble().isPassing() && halt.retryAfter().isEmpty() && attempt < ATTEMPTS;
                if (!again || !pause(attempt)) {
                    throw halt;
                }
            }
        }
    }

    /** False where there is no time left, because the instance is stopping. */
    private boolean pause(int attempt) {
        try {
            Thread.sleep(pause.multipliedBy(attempt));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
