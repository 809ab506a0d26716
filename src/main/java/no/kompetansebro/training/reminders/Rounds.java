package no.kompetansebro.training.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.Requirement.Category;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks through the employees for who is to be reminded of what, some hundred at a time, and puts it into letters. Each part
 * is one transaction that keeps both the letters and how far it has come: a kill between two loses and repeats nothing.
 */
@Component
class Rounds {

    private static final int PAIRS = 1000;

    private final ReminderRuns runs;
    private final Addressees addressees;
    private final ReminderLedger ledger;
    private final PersonalFacts facts;
    private final Coverage coverage;
    private final TransactionTemplate transaction;

    Rounds(
            ReminderRuns runs,
            Addressees addressees,
            ReminderLedger ledger,
            PersonalFacts facts,
            Coverage coverage,
            TransactionTemplate transaction) {
        this.runs = runs;
        this.addressees = addressees;
        this.ledger = ledger;
        this.facts = facts;
        this.coverage = coverage;
        this.transaction = transaction;
    }

    /** Does the next part; false when nothing is left. */
    boolean step(Settings settings, LocalDate today, Instant now) {
        return step(settings, today, now, PAIRS);
    }

    boolean step(Settings settings, LocalDate today, Instant now, int pairs) {
        return Boolean.TRUE.equals(transaction.execute(_ -> runs.next()
                .map(run -> {
                    switch (run.kind()) {
                        case PEOPLE -> people(run, settings, today, now, pairs);
                        case LEADERS -> leaders(run, today, now);
                    }
                    return true;
                })
                .orElse(false)));
    }

    private void leaders(ReminderRuns.Run run, LocalDate today, Instant now) {
        Map<EmployeeId, List<Matter>> weeks = new LinkedHashMap<>();
        addressees
                .leads(today)
                .forEach(lead -> weeks.computeIfAbsent(lead.leader(), _ -> new ArrayList<>())
                        .add(new Matter(Matter.Kind.WEEK, lead.unit().value(), run.slot(), 0)));
        weeks.forEach((leader, matters) -> ledger.queue(envelope(leader, LetterKind.LEADER, run, now), matters, now));
        runs.advance(run, Optional.empty(), weeks.size(), now);
    }

    private void people(ReminderRuns.Run run, Settings settings, LocalDate today, Instant now, int limit) {
        List<Pair> pairs = new ArrayList<>(coverage.pairs(Viewer.ofEverything(), question(today), run.after(), limit));
        Optional<String> last = Optional.empty();
        if (pairs.size() == limit) {
            last = withoutTheLastPerson(pairs);
        }
        String after = run.after().map(place -> place.employee().value()).orElse("");
        List<Addressee> people = addressees.between(after, last, today);
        queue(run, new PersonalMatters(settings, today), people, pairs, now);
        runs.advance(run, last.map(_ -> pairs.getLast().place()), people.size(), now);
    }

    /** Leaves those out who may have more pairs than were read. Nobody has as many requirements as are read at once. */
    private static Optional<String> withoutTheLastPerson(List<Pair> pairs) {
        EmployeeId cut = pairs.getLast().employeeId();
        pairs.removeIf(pair -> pair.employeeId().equals(cut));
        return Optional.of(pairs.getLast().employee().value());
    }

    private void queue(
            ReminderRuns.Run run, PersonalMatters matters, List<Addressee> people, List<Pair> pairs, Instant now) {
        List<EmployeeId> ids = people.stream().map(Addressee::id).toList();
        Map<EmployeeId, List<Matter>> said = ledger.said(ids);
        Map<EmployeeId, List<Pair>> byPerson = pairs.stream().collect(Collectors.groupingBy(Pair::employeeId));
        Map<EmployeeId, List<RemindableTasks.Task>> tasks = facts.tasks(ids, matters.today()).stream()
                .collect(Collectors.groupingBy(RemindableTasks.Task::employee));
        for (EmployeeId id : ids) {
            List<Pair> own = byPerson.getOrDefault(id, List.of());
            List<Matter> unsaid = PersonalMatters.unsaid(
                    matters.of(own, facts.lapsed(id, own, matters.today()), tasks.getOrDefault(id, List.of())),
                    said.getOrDefault(id, List.of()));
            if (!unsaid.isEmpty()) {
                ledger.queue(envelope(id, LetterKind.PERSON, run, now), unsaid, now);
            }
        }
    }

    private static ReminderLedger.Envelope envelope(
            EmployeeId employee, LetterKind kind, ReminderRuns.Run run, Instant now) {
        return new ReminderLedger.Envelope(employee, kind, Optional.of(run.id()), Optional.empty(), now);
    }

    /** What is only recommended is nobody's duty, and fills no mailbox. */
    static Question question(LocalDate today) {
        return new Question(
                today,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                EnumSet.of(Status.EXPIRING, Status.DUE, Status.OVERDUE, Status.EXPIRED),
                EnumSet.of(Category.STATUTORY, Category.MANDATORY));
    }
}
