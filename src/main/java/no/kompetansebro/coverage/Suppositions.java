package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.kompetansebro.coverage.engine.Rulebook;
import no.kompetansebro.coverage.recalculation.RulesBook;
import no.kompetansebro.coverage.recalculation.RulesInForce;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What coverage would be if something were not as it is. Nothing is kept. Only those whom it concerns are judged, and only by the
 * requirements that may come out otherwise: the rest is the same.
 */
@Component
public class Suppositions {

    private final RulesBook rules;
    private final Rulebooks rulebooks;
    private final RecordedFacts facts;
    private final EmployerCalendar calendar;
    private final TransactionTemplate oneMoment;

    Suppositions(
            RulesBook rules,
            Rulebooks rulebooks,
            RecordedFacts facts,
            EmployerCalendar calendar,
            PlatformTransactionManager transactions) {
        this.rules = rules;
        this.rulebooks = rulebooks;
        this.facts = facts;
        this.calendar = calendar;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
    }

    /**
     * How what the viewer counts would differ, all suppositions together, on the question's date and on the others. A status or single
     * employee that the question asks for plays no part. Throws {@link IllegalArgumentException} where the supposed rules name what
     * there is not.
     */
    public Supposed suppose(Viewer viewer, Question question, List<LocalDate> dates, List<Supposition> suppositions) {
        return oneMoment.execute(_ -> judged(viewer, question, dates, suppositions));
    }

    private Supposed judged(Viewer viewer, Question question, List<LocalDate> dates, List<Supposition> suppositions) {
        RulesInForce now = rules.current();
        LocalDate today = calendar.today();
        RulebookPair books = new RulebookPair(now.rulebook(), supposedRules(now, suppositions));
        SupposedFacts supposed = new SupposedFacts(books, suppositions, today);
        Sight sight = Sight.of(viewer, question.unit(), now.units(), today);
        SupposedSums sums = new SupposedSums(books, supposed, question, dates, sight, Rules.of(now));
        if (!suppositions.isEmpty()) {
            Selection scope = Sight.selection(viewer, question, now.units());
            facts.people(supposed.concerned(now.units()).and(scope), known -> {
                sums.add(known);
                return true;
            });
        }
        return sums.supposed();
    }

    private Rulebook supposedRules(RulesInForce now, List<Supposition> suppositions) {
        List<Supposition.Ruling> rulings = new ArrayList<>();
        for (Supposition each : suppositions) {
            if (each instanceof Supposition.Ruling ruling) {
                rulings.add(ruling);
            }
        }
        if (rulings.isEmpty()) {
            return now.rulebook();
        }
        Rulebook supposed = rulebooks.plain(now.units());
        for (Supposition.Ruling ruling : rulings) {
            supposed = ruling.change().apply(supposed);
        }
        return Rulebooks.expanded(supposed);
    }
}
