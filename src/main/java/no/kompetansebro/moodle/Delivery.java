package no.kompetansebro.moodle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.lms.spi.Completions;
import no.kompetansebro.lms.spi.Handover;
import no.kompetansebro.lms.spi.Outcome;
import no.kompetansebro.lms.spi.PersonKey;
import no.kompetansebro.lms.spi.ReportedCompletion;
import no.kompetansebro.lms.spi.Taken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands over what a step read: what is new, and what holds no more; in the transaction that moves the cursor, so that a kill
 * loses nothing and repeats nothing.
 */
@Component
class Delivery {

    /** Of no run. */
    private static final UUID OUTSIDE = new UUID(0, 0);

    private final Completions completions;
    private final Memory memory;
    private final Runs runs;
    private final TransactionTemplate transaction;

    Delivery(Completions completions, Memory memory, Runs runs, TransactionTemplate transaction) {
        this.completions = completions;
        this.memory = memory;
        this.runs = runs;
        this.transaction = transaction;
    }

    /** The run as it is then; empty: an administrator is asked first, and nothing has moved. */
    Optional<Run> deliver(Connection connection, Run run, Step step) {
        return transaction.execute(_ -> delivered(connection, run, step));
    }

    /** Outside any run. False: an administrator is asked first, and it is found again later. */
    boolean deliver(Connection connection, UserReading.Found found) {
        return transaction.<Boolean>execute(_ -> {
            List<Seen> news = memory.news(connection.id(), found.completed());
            Outcome outcome = take(connection, news, found.gone());
            if (!outcome.held()) {
                remember(connection, OUTSIDE, kept(news, outcome.each()), found.gone());
            }
            return !outcome.held();
        });
    }

    private Optional<Run> delivered(Connection connection, Run run, Step step) {
        List<Seen> news = memory.news(connection.id(), step.completed());
        Outcome outcome = take(connection, news, step.gone());
        if (outcome.held()) {
            return Optional.empty();
        }
        remember(connection, run.id(), kept(news, outcome.each()), step.gone());
        if (run.kind() == Run.Kind.FULL) {
            List<Seen> old = new ArrayList<>(step.completed());
            old.removeAll(new HashSet<>(news));
            memory.keep(connection.id(), run.id(), old);
        }
        return Optional.of(runs.progress(run, step, counts(step, outcome.each())));
    }

    private Outcome take(Connection connection, List<Seen> news, List<Step.Undone> gone) {
        List<String> withdrawn = externalIds(connection, gone);
        if (news.isEmpty() && withdrawn.isEmpty()) {
            return new Outcome(List.of(), false);
        }
        return completions.take(new Handover(
                CourseCatalogue.source(connection),
                news.stream().map(Delivery::reported).toList(),
                withdrawn));
    }

    private List<String> externalIds(Connection connection, List<Step.Undone> gone) {
        return memory.known(connection.id(), gone.stream().map(Delivery::pair).toList()).entrySet().stream()
                .map(one -> Seen.externalId(
                        one.getKey().courseKey(),
                        one.getKey().person(),
                        one.getValue().toInstant()))
                .toList();
    }

    private void remember(Connection connection, UUID run, List<Seen> kept, List<Step.Undone> gone) {
        memory.keep(connection.id(), run, kept);
        gone.forEach(one -> memory.forget(connection.id(), pair(one)));
    }

    /** All but what was refused: that is handed over again. */
    private static List<Seen> kept(List<Seen> news, List<Taken> taken) {
        List<Seen> kept = new ArrayList<>();
        for (int i = 0; i < news.size(); i++) {
            if (taken.get(i) != Taken.REFUSED) {
                kept.add(news.get(i));
            }
        }
        return kept;
    }

    private static Runs.Counts counts(Step step, List<Taken> taken) {
        return new Runs.Counts(
                step.completed().size(),
                Collections.frequency(taken, Taken.RECORDED),
                Collections.frequency(taken, Taken.WAITING),
                Collections.frequency(taken, Taken.REFUSED),
                step.without(),
                step.gone().size());
    }

    private static Memory.Pair pair(Step.Undone undone) {
        return new Memory.Pair(undone.person(), undone.courseKey());
    }

    private static ReportedCompletion reported(Seen seen) {
        return new ReportedCompletion(
                seen.externalId(),
                new PersonKey(seen.account(), Optional.of(seen.person()), Optional.empty()),
                CourseCatalogue.reported(seen.course()),
                seen.at(),
                Optional.empty());
    }
}
