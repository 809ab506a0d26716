package no.kompetansebro.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.coverage.engine.Rulebook;
import no.kompetansebro.coverage.recalculation.RulesBook;
import no.kompetansebro.coverage.recalculation.RulesInForce;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How pairs stood on a date by what was recorded at a moment, where that is not how they stand on it by what is recorded today: what the
 * ledger was told later, corrected or revoked, and changes of competences, award rules and requirements. Employments, leaves, roles and
 * exemptions are not kept as they once read; they are today's.
 */
@Component
public class Hindsight {

    /** So many people are judged again at most. */
    public static final int MOST_PEOPLE = 1_000;

    private final RulesBook rules;
    private final Rulebooks rulebooks;
    private final LedgerThen ledger;
    private final RecordedFacts facts;
    private final EmployerCalendar calendar;
    private final TransactionTemplate oneMoment;

    Hindsight(
            RulesBook rules,
            Rulebooks rulebooks,
            LedgerThen ledger,
            RecordedFacts facts,
            EmployerCalendar calendar,
            PlatformTransactionManager transactions) {
        this.rules = rules;
        this.rulebooks = rulebooks;
        this.ledger = ledger;
        this.facts = facts;
        this.calendar = calendar;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
    }

    /** What is said of the moment. */
    public sealed interface Answer {

        /** Every pair that was not counted as it is now. */
        record Known(List<Revised> pairs) implements Answer {}

        /** Not told: no requirement was recorded yet, or it would take judging more people than {@link Hindsight#MOST_PEOPLE}. */
        record Untold() implements Answer {}
    }

    /**
     * A pair that is seen in another way today.
     *
     * @param byRules whether changed rules alone would make a difference
     */
    public record Revised(PairTwice pair, boolean byRules) {}

    /** Of the pairs that the viewer counts on the question's date: {@code then} is as recorded at the moment, {@code now} as today. */
    public Answer since(Instant moment, Viewer viewer, Question question) {
        return oneMoment.execute(_ -> answer(moment, viewer, question));
    }

    private Answer answer(Instant moment, Viewer viewer, Question question) {
        RulesInForce now = rules.current();
        Optional<Rulebook> former = rulebooks.recordedBy(moment, now.units());
        Optional<Judgement.Book> compiled = former.flatMap(Judgement.Book::ofFormer);
        Optional<List<EmployeeId>> told = ledger.toldLater(moment, question.asOf());
        if (told.isEmpty() || former.isPresent() != compiled.isPresent()) {
            return new Answer.Untold();
        }
        Selection scope = Sight.selection(viewer, question, now.units());
        Selection concerned =
                former.isPresent() ? scope : Selection.of(told.get()).and(scope);
        List<EmployeeId> people = facts.keys(concerned, MOST_PEOPLE + 1);
        if (people.size() > MOST_PEOPLE) {
            return new Answer.Untold();
        }
        LocalDate today = calendar.today();
        Sight sight = Sight.of(viewer, question.unit(), now.units(), today);
        Set<EmployeeId> changed = new HashSet<>(told.get());
        changed.retainAll(new HashSet<>(people));
        Judgement judgement = new Judgement(
                Judgement.Book.of(now),
                compiled,
                changed,
                ledger.results(changed, moment),
                ledger.evidence(changed, moment));
        List<Revised> revised = new ArrayList<>();
        facts.people(Selection.of(people), known -> {
            revised.addAll(judgement.of(known, question, sight));
            return true;
        });
        return new Answer.Known(revised);
    }
}
