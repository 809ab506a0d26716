package no.kompetansebro.coverage;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import no.kompetansebro.coverage.engine.Obligation;
import no.kompetansebro.coverage.engine.UnitFacts;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.organisation.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Computes obligations from the facts, person by person, in one transaction that sees one moment of the database. */
@Component
class ComputedObligations {

    private final RecordedFacts facts;
    private final Rulebooks rulebooks;
    private final Units units;
    private final TransactionTemplate oneMoment;

    ComputedObligations(
            RecordedFacts facts, Rulebooks rulebooks, Units units, PlatformTransactionManager transactions) {
        this.facts = facts;
        this.rulebooks = rulebooks;
        this.units = units;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** As {@link Obligations#read}. */
    <T> T read(Selection selection, Function<Obligations.Moment, T> answer) {
        return oneMoment.execute(_ -> answer.apply(new Now(selection, rules())));
    }

    private Rules rules() {
        UnitTree tree = units.tree();
        return Rules.of(tree, rulebooks.current(tree), facts.positionTitles());
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
