package no.kompetansebro.training.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.organisation.access.Viewers;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A leader or HR reminds an employee of a requirement: not more often than the employer says, whoever does it. */
@Component
@Transactional
class Nudges {

    /** So that a leader who goes through the matrix sends one letter and not five. */
    private static final Duration GATHERED = Duration.ofMinutes(10);

    private final Viewers viewers;
    private final PersonalFacts facts;
    private final Addressees addressees;
    private final ReminderLedger ledger;
    private final SettingsBook book;
    private final JdbcClient jdbc;

    Nudges(
            Viewers viewers,
            PersonalFacts facts,
            Addressees addressees,
            ReminderLedger ledger,
            SettingsBook book,
            JdbcClient jdbc) {
        this.viewers = viewers;
        this.facts = facts;
        this.addressees = addressees;
        this.ledger = ledger;
        this.book = book;
        this.jdbc = jdbc;
    }

    /** What may come of it. */
    sealed interface Outcome {

        /** Nothing stands in the way: where the reminder will be seen. */
        record Possible(boolean byEmail) implements Outcome {}

        /** It is on its way. */
        record Done(boolean byEmail) implements Outcome {}

        /** Somebody did, so lately that it may not be done again before the day. */
        record TooSoon(LocalDate last, LocalDate again) implements Outcome {}

        /** The employee is on leave or has left. */
        record Away() implements Outcome {}
    }

    /** Whether the viewer may remind of the status at all: others than themselves, of what is missing or ends soon. */
    static boolean mayRemind(Viewer viewer, EmployeeId employee, Status status) {
        boolean own = viewer.employee().filter(employee::equals).isPresent();
        return !own && (viewer.leads() || viewer.plans()) && (status.isGap() || status == Status.EXPIRING);
    }

    /** What would come of it; empty where there is nothing to remind of, or nothing that the viewer may see. */
    @Transactional(readOnly = true)
    Optional<Outcome> look(Viewer viewer, EmployeeId employee, RequirementCode requirement, LocalDate today) {
        return pair(viewer, employee, requirement, today).map(_ -> outcome(employee, requirement, today));
    }

    /** Reminds. */
    Optional<Outcome> remind(
            Viewer viewer, EmployeeId employee, RequirementCode requirement, LocalDate today, Instant now) {
        lock(employee);
        return look(viewer, employee, requirement, today).map(outcome -> switch (outcome) {
            case Outcome.Possible(boolean byEmail) -> {
                queue(viewer, employee, requirement, today, now);
                yield new Outcome.Done(byEmail);
            }
            case Outcome.Done _, Outcome.TooSoon _, Outcome.Away _ -> outcome;
        });
    }

    private void queue(Viewer viewer, EmployeeId employee, RequirementCode requirement, LocalDate today, Instant now) {
        ledger.queue(
                new ReminderLedger.Envelope(
                        employee, LetterKind.PERSON, Optional.empty(), viewer.employee(), now.plus(GATHERED)),
                List.of(new Matter(Matter.Kind.NUDGE, requirement.value(), today, 0)),
                now);
    }

    /** Two who remind of the same at the same moment come one after the other. */
    private void lock(EmployeeId employee) {
        jdbc.sql("select employee_id from employee where employee_id = :employee for update")
                .param("employee", employee.value())
                .query(java.util.UUID.class)
                .optional();
    }

    private Optional<Pair> pair(Viewer viewer, EmployeeId employee, RequirementCode requirement, LocalDate today) {
        if (!viewers.sees(viewer, employee)) {
            return Optional.empty();
        }
        return Optional.ofNullable(facts.pairs(employee, today).get(requirement))
                .filter(pair -> mayRemind(viewer, employee, pair.status()));
    }

    private Outcome outcome(EmployeeId employee, RequirementCode requirement, LocalDate today) {
        Settings settings = book.find();
        Optional<LocalDate> last = ledger.lastNudge(employee, requirement.value());
        Optional<LocalDate> again =
                last.map(day -> day.plusDays(settings.pauseDays())).filter(day -> day.isAfter(today));
        if (last.isPresent() && again.isPresent()) {
            return new Outcome.TooSoon(last.get(), again.get());
        }
        return addressees
                .find(employee, today)
                .<Outcome>map(
                        to -> new Outcome.Possible(settings.isOn() && to.email().isPresent()))
                .orElseGet(Outcome.Away::new);
    }
}
