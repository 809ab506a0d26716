package no.kompetansebro.lms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import no.kompetansebro.coverage.FactsVersion;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.lti.advantage.Grades;
import no.kompetansebro.lti.advantage.Reading;
import no.kompetansebro.lti.advantage.Result;
import no.kompetansebro.lti.advantage.Score;
import no.kompetansebro.lti.advantage.ServiceProblem;
import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.organisation.EmployerCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells LMSs how far people have come, of the employer in scope: computes what is out of date, and sends what is due. Called
 * again and again, on any instance; each call does what there is and returns.
 */
@Component
class Reporting {

    private static final int AT_ONCE = 50;
    /** Few enough to be sent within the lease by an LMS that is slow. */
    private static final int SENT_AT_ONCE = 10;

    private static final int MOST_ATTEMPTS = 20;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final Outbox outbox;
    private final ServiceWatch watch;
    private final FactsVersion facts;
    private final EmployerCalendar calendar;
    private final Progress progress;
    private final Lexicons lexicons;
    private final Grades grades;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Reporting(
            Outbox outbox,
            ServiceWatch watch,
            FactsVersion facts,
            EmployerCalendar calendar,
            Progress progress,
            Lexicons lexicons,
            Grades grades,
            Clock clock,
            TransactionTemplate transaction) {
        this.outbox = outbox;
        this.watch = watch;
        this.facts = facts;
        this.calendar = calendar;
        this.progress = progress;
        this.lexicons = lexicons;
        this.grades = grades;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Does what is due now. */
    void run() {
        transaction.executeWithoutResult(_ -> watch.notice(facts.current(), calendar.today()));
        while (Boolean.TRUE.equals(transaction.execute(_ -> compute()))) {
            // The next ones.
        }
        Set<RegistrationId> down = new HashSet<>();
        for (List<Outbox.Taken> taken = take(); !taken.isEmpty(); taken = take()) {
            taken.forEach(each -> send(each, down));
        }
        transaction.executeWithoutResult(_ -> outbox.next().ifPresent(watch::at));
    }

    private List<Outbox.Taken> take() {
        return List.copyOf(transaction.execute(_ -> outbox.take(SENT_AT_ONCE)));
    }

    private boolean compute() {
        long generation = watch.generation();
        List<Outbox.Stale> rows = outbox.stale(generation, AT_ONCE);
        if (rows.isEmpty()) {
            return false;
        }
        Lexicon lexicon = lexicons.current();
        LocalDate today = calendar.today();
        rows.forEach(row -> outbox.computed(row, generation, score(row, today, lexicon)));
        return true;
    }

    private Optional<BigDecimal> score(Outbox.Stale row, LocalDate today, Lexicon lexicon) {
        return Content.of(row.content()).flatMap(content -> progress.score(content, row.employee(), today, lexicon));
    }

    /** Outside any transaction: an LMS may be slow. One that did not answer is not asked again in this round. */
    private void send(Outbox.Taken taken, Set<RegistrationId> down) {
        RegistrationId platform = taken.deployment().registration();
        if (down.contains(platform)) {
            again(taken, ServiceProblem.UNAVAILABLE, Optional.empty());
        } else if (isDown(send(taken), taken)) {
            down.add(platform);
        }
    }

    private Grades.Outcome send(Outbox.Taken taken) {
        Score score = new Score(taken.subject(), taken.score(), Progress.FULL, taken.at());
        return grades.send(taken.deployment(), taken.lineItem(), score);
    }

    /** Keeps what came of it; and whether the platform is down. */
    private boolean isDown(Grades.Outcome outcome, Outbox.Taken taken) {
        return switch (outcome) {
            case Grades.Outcome.Done _ -> {
                inTransaction(() -> outbox.sent(taken));
                yield false;
            }
            case Grades.Outcome.Failed(ServiceProblem problem, Optional<Duration> retryAfter) -> {
                failed(taken, problem, retryAfter);
                yield problem.isPassing();
            }
        };
    }

    private void failed(Outbox.Taken taken, ServiceProblem problem, Optional<Duration> retryAfter) {
        switch (problem) {
            case UNAVAILABLE, TOKEN_UNAVAILABLE -> again(taken, problem, retryAfter);
            case CONFLICT -> reconcile(taken);
            case NOT_ALLOWED, GONE ->
                inTransaction(() -> {
                    outbox.later(taken, clock.instant(), problem.code());
                    outbox.stopLink(taken.link(), problem.code());
                });
            case PERSON_REFUSED, UNREADABLE, PAGING, TOO_MUCH ->
                inTransaction(() -> outbox.stop(taken, problem.code()));
        }
    }

    /**
     * What the platform asks to wait, or else twice as long each time, anywhere up to that; an hour at most, however long
     * it is down: most scores never change again, so what is given up would never arrive.
     */
    private void again(Outbox.Taken taken, ServiceProblem problem, Optional<Duration> retryAfter) {
        Instant when =
                clock.instant().plus(retryAfter.map(Reporting::capped).orElseGet(() -> backOff(taken.attempts())));
        inTransaction(() -> {
            outbox.later(taken, when, problem.code());
            retryAfter.ifPresent(_ -> outbox.postpone(taken.deployment().registration(), when));
        });
    }

    private static Duration capped(Duration wait) {
        Duration atLeast = wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait;
        return atLeast.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : atLeast;
    }

    static Duration backOff(int attempts) {
        Duration longest = capped(Duration.ofSeconds(1L << Math.min(attempts, 12)));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest.toMillis() / 2, longest.toMillis() + 1));
    }

    /**
     * The LMS has a score with this time or a later one. If it is ours (a send whose answer was lost), all is well; else it
     * gets the score that holds now, with a time later than its own.
     */
    private void reconcile(Outbox.Taken taken) {
        Reading<Result> reading = grades.results(taken.deployment(), taken.lineItem(), taken.subject());
        Optional<Result> result = reading.entries().stream().findFirst();
        boolean ours = result.filter(found -> percent(found).compareTo(taken.score()) == 0)
                .isPresent();
        Instant newest = result.flatMap(Result::at).filter(taken.at()::isBefore).orElse(taken.at());
        inTransaction(() -> {
            if (ours) {
                outbox.sent(taken);
            } else if (taken.attempts() >= MOST_ATTEMPTS) {
                outbox.stop(taken, ServiceProblem.CONFLICT.code());
            } else {
                outbox.outpaced(taken, newest, clock.instant().plus(backOff(taken.attempts())));
            }
        });
    }

    /** A result as points of 100. */
    static BigDecimal percent(Result result) {
        return result.score()
                .multiply(Progress.FULL)
                .divide(result.maximum(), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    private void inTransaction(Runnable work) {
        transaction.executeWithoutResult(_ -> work.run());
    }
}
