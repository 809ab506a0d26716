package no.kompetansebro.coverage;

import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.kompetansebro.coverage.recalculation.Progress;
import no.kompetansebro.coverage.recalculation.Upkeep;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tells pages whether the figures of the employer in scope must wait for a large recalculation. Figures are right whether a
 * page asks here or not: who asks for figures waits until they are. Small recalculations are not worth telling of.
 */
@Component
public class Recalculations {

    private static final Logger log = LoggerFactory.getLogger(Recalculations.class);

    private final Upkeep upkeep;
    private final int large;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<EmployerId> begun = ConcurrentHashMap.newKeySet();

    Recalculations(Upkeep upkeep, @Value("${kompetansebro.coverage.large-recalculation:3000}") int large) {
        this.upkeep = upkeep;
        this.large = large;
    }

    /**
     * The large recalculation that is under way; one that is due begins, and goes on when this has returned. It is asked every
     * other second by each page that waits, and costs little.
     */
    public Optional<LargeRecalculation> large() {
        Progress progress = upkeep.progress();
        if (progress.due()) {
            upkeep.begin();
            progress = upkeep.progress();
        }
        if (!isLarge(progress)) {
            return Optional.empty();
        }
        goOn(EmployerScope.required());
        return Optional.of(new LargeRecalculation(progress.left(), progress.of(), progress.left() == 0));
    }

    /** What began large is not done before it is done. */
    private boolean isLarge(Progress progress) {
        return progress.left() > large || (progress.sweeping() && progress.of() > large) || progress.summingUp();
    }

    /** The scheduler would begin within seconds; there is no need to wait for it. */
    private void goOn(EmployerId employer) {
        if (begun.add(employer)) {
            background.execute(() -> recalculate(employer));
        }
    }

    private void recalculate(EmployerId employer) {
        try {
            EmployerScope.in(employer, () -> {
                upkeep.tidyUp();
                return true;
            });
        } catch (RuntimeException e) {
            log.warn("The coverage of employer {} could not be brought up to date", employer, e);
        } finally {
            begun.remove(employer);
        }
    }

    /** What is left undone is done after the next start. */
    @PreDestroy
    void stop() {
        background.shutdownNow();
    }
}
