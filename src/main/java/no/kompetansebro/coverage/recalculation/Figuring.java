package no.kompetansebro.coverage.recalculation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import no.kompetansebro.coverage.figures.Contribution;
import no.kompetansebro.coverage.figures.DayTally;
import no.kompetansebro.coverage.figures.Days;
import no.kompetansebro.coverage.figures.Period;
import no.kompetansebro.coverage.figures.PostFilter;
import no.kompetansebro.coverage.recalculation.Generations.NumberedPeriod;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sums up the figures of big rows from a snapshot of the traces, as a new generation that takes the old one's place in
 * one moment. Until the next one readers correct it by the traces that changed since. So changes cost nothing to sum up when
 * they happen, and a crash leaves the old generation in force.
 */
@Component
class Figuring {

    private static final int PERIODS_AT_ONCE = 400;

    private final Generations generations;
    private final Workers workers;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate own;
    private final int fewPeople;
    private final int bigUnit;
    private final int splitUnit;
    private final int manyChanges;

    Figuring(
            Generations generations,
            Workers workers,
            PlatformTransactionManager transactions,
            @Value("${kompetansebro.coverage.figures.few-people:3000}") int fewPeople,
            @Value("${kompetansebro.coverage.figures.big-unit:3000}") int bigUnit,
            @Value("${kompetansebro.coverage.figures.split-unit:6000}") int splitUnit,
            @Value("${kompetansebro.coverage.figures.many-changes:1500}") int manyChanges) {
        this.generations = generations;
        this.workers = workers;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.fewPeople = fewPeople;
        this.bigUnit = bigUnit;
        this.splitUnit = splitUnit;
        this.manyChanges = manyChanges;
    }

    /**
     * Sums up where nothing is summed up by these rules yet, or many changes have gathered. Where there are few people, counting
     * them when asked is as good, and only the changes are forgotten.
     */
    void sumUpWhereWorthwhile(RulesInForce rules) {
        own.executeWithoutResult(_ -> {
            // The lock before the snapshot: it must see what the one who had it before has put in force.
            if (generations.tryLock() && isWorthwhile(rules)) {
                snapshot.executeWithoutResult(_ -> sumUp(rules));
            }
        });
    }

    private boolean isWorthwhile(RulesInForce rules) {
        Optional<Generation> current = generations.current();
        if (current.isEmpty()) {
            boolean many = generations.areMoreTracesThan(fewPeople);
            if (!many) {
                generations.forgetChanges();
            }
            return many;
        }
        return current.get().rulebook() != rules.version() || generations.areMoreChangesThan(manyChanges);
    }

    /** In a snapshot, one at a time; not while everybody is being swept: what that changes is not kept to correct by. */
    private void sumUp(RulesInForce rules) {
        if (generations.areSwept(rules.version())) {
            sumUpSwept(rules);
        }
    }

    private void sumUpSwept(RulesInForce rules) {
        String taken = generations.snapshot();
        List<byte[]> traces = generations.traces();
        long number = own.execute(_ -> generations.begin());
        RowPlan plan = new RowPlan(
                rules,
                new RowPlan.Thresholds(bigUnit, splitUnit),
                generations.codes(Numbers.Kind.POSITION),
                generations.codes(Numbers.Kind.LEADER_LEVEL));
        List<RowPlan.Row> rows = plan.rows(traces);
        own.executeWithoutResult(_ ->
                generations.addRows(number, rows.stream().map(RowPlan.Row::row).toList()));
        AtomicInteger next = new AtomicInteger();
        workers.together(() -> sumUp(rules, traces, rows, number, next));
        own.executeWithoutResult(
                _ -> generations.putInForce(new Generation(number, rules.version(), rules.layout()), taken));
    }

    /** Sums up one row after the other, until there is none left. */
    private void sumUp(
            RulesInForce rules, List<byte[]> traces, List<RowPlan.Row> rows, long number, AtomicInteger next) {
        DayTally tally = new DayTally(rules.layout());
        Contribution contribution = new Contribution(rules.layout());
        List<NumberedPeriod> periods = new ArrayList<>();
        for (int row = next.getAndIncrement(); row < rows.size(); row = next.getAndIncrement()) {
            PostFilter posts = rows.get(row).posts();
            rows.get(row).traces().forEach(trace -> contribution.of(traces.get(trace), posts, Days.COUNT - 1, tally));
            for (Period period : tally.take()) {
                periods.add(new NumberedPeriod(row, period));
            }
            if (periods.size() >= PERIODS_AT_ONCE) {
                write(number, periods);
            }
        }
        write(number, periods);
    }

    private void write(long number, List<NumberedPeriod> periods) {
        own.executeWithoutResult(_ -> generations.addPeriods(number, periods));
        periods.clear();
    }
}
