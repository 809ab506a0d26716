package no.kompetansebro.coverage;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import no.kompetansebro.coverage.engine.Obligation;
import no.kompetansebro.coverage.engine.UnitFacts;
import no.kompetansebro.coverage.recalculation.RulesBook;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Computes obligations from the facts, person by person, in one transaction that sees one moment of the database. */
@Component
class ComputedObligations {

    private final RecordedFacts facts;
    private final RulesBook rules;
    private final TransactionTemplate oneMoment;

    ComputedObligations(RecordedFacts facts, RulesBook rules, PlatformTransactionManager transactions) {
        this.facts = facts;
        this.rules = rules;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** As {@link Obligations#read}. */
    <T> T read(Selection selection, Function<Obligations.Moment, T> answer) {
        return oneMoment.execute(_ -> answer.apply(new Now(selection, Rules.of(rules.current()))));
    }

    /** As {@link RecordedFacts#narrowed}. */
    Selection narrowed(Selection selection) {
        return oneMoment.execute(_ -> facts.narrowed(selection));
    }

    /** The transaction's moment. */
    private final class Now implements Obligations.Moment {

        private final Selection selection;
        private final Rules rules;

        Now(Selection selection, Rules rules) {
            this.selection = selection;
            this.rules = rules;
        }

        @Override
        public Rules rules() {
            return rules;
        }

        @Override
        public void people(Predicate<Obliged> more) {
            facts.people(selection, known -> more.test(obliged(known)));
        }

        private Obliged obliged(KnownPerson known) {
            List<Obligation> obligations = rules.engine().obligations(known.person()).stream()
                    .sorted(Comparator.comparing(Obligation::requirement))
                    .toList();
            return new Obliged(known.id(), known.person(), obligations);
        }

        @Override
        public List<UnitFacts> units() {
            return facts.units();
        }
    }
}
