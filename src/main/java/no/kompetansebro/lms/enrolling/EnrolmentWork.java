package no.kompetansebro.lms.enrolling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.lms.spi.EnrolmentAccess;
import no.kompetansebro.lms.spi.EnrolmentAccess.FoundAccount;
import no.kompetansebro.lms.spi.EnrolmentAnswer;
import no.kompetansebro.lms.spi.EnrolmentHalted;
import no.kompetansebro.lms.spi.EnrolmentTrouble;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works enrolments off for a while, some of one course at a time, and says when to come back. One at a time for each
 * employer; whoever calls sees to that. A kill between a call and its note leads to the same call again, which changes
 * nothing in the LMS.
 */
@Component
class EnrolmentWork {

    static final int AT_A_TIME = 50;
    static final int ATTEMPTS = 12;

    private static final Logger log = LoggerFactory.getLogger(EnrolmentWork.class);
    private static final Duration FOR_A_WHILE = Duration.ofSeconds(45);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 8;

    private final EnrolmentQueue queue;
    private final Enrollees enrollees;
    private final Accounts accounts;
    private final Connectors connectors;
    private final EmployerCalendar calendar;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EnrolmentWork(
            EnrolmentQueue queue,
            Enrollees enrollees,
            Accounts accounts,
            Connectors connectors,
            EmployerCalendar calendar,
            TransactionTemplate transaction,
            Clock clock) {
        this.queue = queue;
        this.enrollees = enrollees;
        this.accounts = accounts;
        this.connectors = connectors;
        this.calendar = calendar;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** In the scope of the employer, outside any transaction. When to come back; empty: nothing waits. */
    Optional<Instant> work() {
        Instant end = clock.instant().plus(FOR_A_WHILE);
        List<Waiting> due = queue.due(AT_A_TIME);
        while (!due.isEmpty() && clock.instant().isBefore(end)) {
            work(due);
            due = queue.due(AT_A_TIME);
        }
        return queue.next();
    }

    private void work(List<Waiting> due) {
        String issuer = due.getFirst().issuer();
        try {
            Optional<EnrolmentAccess> lms = connectors.of(issuer);
            Optional<EnrolmentTrouble> closed = lms.<Optional<EnrolmentTrouble>>map(
                            access -> access.closed(due.getFirst().course()))
                    .orElseGet(() -> Optional.of(EnrolmentTrouble.lasting("no_connection", issuer)));
            if (closed.isPresent()) {
                stopped(due, closed.get(), false);
            } else {
                enrol(lms.orElseThrow(), due);
            }
        } catch (EnrolmentHalted halted) {
            log.info("Enrolling at {} stopped: {}", issuer, halted.getMessage());
            stopped(due, halted.trouble(), true);
        } catch (RuntimeException e) {
            log.warn("Enrolling at {} failed", issuer, e);
            Instant soon = clock.instant().plus(FIRST_WAIT);
            stopped(due, new EnrolmentTrouble("fault", "", Optional.of(soon)), true);
        }
    }

    private void enrol(EnrolmentAccess lms, List<Waiting> due) {
        Map<Waiting, String> subjects = withAccounts(lms, due);
        Map<String, Set<String>> attended =
                lms.coursesOf(subjects.values().stream().distinct().toList());
        Map<Waiting, String> missing = new LinkedHashMap<>();
        List<Note> notes = new ArrayList<>();
        subjects.forEach((one, subject) -> {
            if (attended.getOrDefault(subject, Set.of()).contains(one.course())) {
                notes.add(Note.of(one, one.sent() ? Note.State.DONE : Note.State.ALREADY));
            } else {
                missing.put(one, subject);
            }
        });
        keep(notes);
        send(lms, missing);
    }

    /** Those with an account; it is noted of the others why they have none. */
    private Map<Waiting, String> withAccounts(EnrolmentAccess lms, List<Waiting> due) {
        String issuer = due.getFirst().issuer();
        List<EmployeeId> ids = due.stream().map(Waiting::employee).distinct().toList();
        Map<EmployeeId, Enrollee> people =
                new HashMap<>(transaction.execute(_ -> enrollees.find(ids, issuer, calendar.today())));
        people.values().removeIf(Enrollee::hasLeft);
        Map<EmployeeId, FoundAccount> found = accounts.of(lms, issuer, people.values());
        Map<Waiting, String> subjects = new LinkedHashMap<>();
        List<Note> notes = new ArrayList<>();
        for (Waiting one : due) {
            switch (found.get(one.employee())) {
                case null ->
                    notes.add(
                            new Note(one, Note.State.WITHDRAWN, Optional.of(EnrolmentTrouble.lasting("has_left", ""))));
                case FoundAccount.None(EnrolmentTrouble why) -> notes.add(Note.failed(one, why));
                case FoundAccount.Found(String subject) -> subjects.put(one, subject);
            }
        }
        keep(notes);
        return subjects;
    }

    private void send(EnrolmentAccess lms, Map<Waiting, String> missing) {
        Map<Waiting, String> sent = new LinkedHashMap<>(missing);
        transaction.executeWithoutResult(_ -> sent.keySet().removeIf(one -> !queue.send(one)));
        if (sent.isEmpty()) {
            return;
        }
        String course = sent.keySet().iterator().next().course();
        Map<String, EnrolmentAnswer> answers =
                lms.enrol(course, sent.values().stream().distinct().toList());
        List<Note> notes = new ArrayList<>();
        sent.forEach((one, subject) -> notes.add(note(one, Optional.ofNullable(answers.get(subject)))));
        keep(notes);
    }

    private static Note note(Waiting one, Optional<EnrolmentAnswer> answer) {
        return switch (answer.orElseGet(
                () -> new EnrolmentAnswer.Refused(EnrolmentTrouble.lasting("refused", "no answer")))) {
            case EnrolmentAnswer.Enrolled _ -> Note.of(one, Note.State.DONE);
            case EnrolmentAnswer.Already _ -> Note.of(one, one.sent() ? Note.State.DONE : Note.State.ALREADY);
            case EnrolmentAnswer.Refused(EnrolmentTrouble why) -> Note.failed(one, why);
        };
    }

    private void keep(List<Note> notes) {
        transaction.executeWithoutResult(_ -> notes.forEach(queue::keep));
    }

    /**
     * What passes is waited for, by all that go to the LMS; whoever has been tried too often has failed.
     *
     * @param tried whether it counts as an attempt
     */
    private void stopped(List<Waiting> due, EnrolmentTrouble why, boolean tried) {
        transaction.executeWithoutResult(_ -> {
            due.stream()
                    .filter(one -> why.until().isEmpty() || (tried && one.attempts() + 1 >= ATTEMPTS))
                    .forEach(one -> queue.keep(Note.failed(one, why)));
            why.until().ifPresent(until -> {
                if (tried) {
                    due.forEach(one -> queue.triedAgainAt(one, later(one, until)));
                }
                queue.waitAll(due.getFirst().issuer(), why, until);
            });
        });
    }

    /** Twice as long after each attempt, and never before the LMS may be called. */
    private Instant later(Waiting one, Instant until) {
        Instant own = clock.instant().plus(FIRST_WAIT.multipliedBy(1L << Math.min(one.attempts(), DOUBLINGS)));
        return own.isAfter(until) ? own : until;
    }
}
