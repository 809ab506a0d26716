package no.kompetansebro.coverage.recalculation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import no.kompetansebro.coverage.engine.Rulebook;
import no.kompetansebro.coverage.recalculation.Numbers.Kind;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.OfPeople;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembers each employer's rules in force for as long as their version stands. */
@Component
public class RulesBook {

    private final People people;
    private final Units units;
    private final Numbers numbers;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Map<EmployerId, RulesInForce> known = new ConcurrentHashMap<>();

    RulesBook(People people, Units units, Numbers numbers, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.people = people;
        this.units = units;
        this.numbers = numbers;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The rules as they are recorded now; in a transaction, as it sees them. */
    public RulesInForce current() {
        return transaction.execute(_ -> at(version()));
    }

    private long version() {
        return jdbc.sql("select current_rulebook()").query(Long.class).single();
    }

    /** The rules of the version, or later ones. */
    RulesInForce at(long version) {
        EmployerId employer = EmployerScope.required();
        RulesInForce rules = known.get(employer);
        if (rules == null || rules.version() != version) {
            rules = transaction.execute(_ -> readAndKeep(employer, version));
        }
        return rules;
    }

    /** What was read while the rules changed is good enough to go on with, and calculated again: but not to be kept. */
    private RulesInForce readAndKeep(EmployerId employer, long version) {
        RulesInForce rules = read(version);
        if (version() == version) {
            known.put(employer, rules);
        }
        return rules;
    }

    private RulesInForce read(long version) {
        UnitTree tree = units.tree();
        Rulebook rulebook = people.rulebook(tree);
        List<Requirement> ofPeople = rulebook.requirements().stream()
                .filter(requirement -> requirement.demand() instanceof OfPeople)
                .toList();
        return new RulesInForce(
                version,
                tree,
                rulebook,
                numbered(Kind.REQUIREMENT, ofPeople.stream().map(Requirement::code)),
                numbered(Kind.UNIT, tree.all().stream().map(Unit::code)));
    }

    private <T> Map<T, Integer> numbered(Kind kind, Stream<T> codes) {
        List<T> all = codes.toList();
        numbers.ensure(kind, all.stream().map(Object::toString).toList());
        Map<T, Integer> numbered = new LinkedHashMap<>();
        Function<T, Integer> number = code -> numbers.of(kind, code.toString());
        all.forEach(code -> numbered.put(code, number.apply(code)));
        return numbered;
    }
}
