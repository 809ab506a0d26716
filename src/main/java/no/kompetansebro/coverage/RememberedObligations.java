package no.kompetansebro.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import no.kompetansebro.coverage.engine.UnitFacts;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps what was computed for an employer for as long as the version of its facts stands, so that the pages of an
 * employer of ordinary size need not compute it again. Employers with more people than are kept in all are computed for
 * each question.
 */
@Component
class RememberedObligations implements Obligations {

    private final ComputedObligations computed;
    private final FactsVersion version;
    private final RecordedFacts facts;
    private final Memory memory;
    private final Map<EmployerId, ReentrantLock> computing = new ConcurrentHashMap<>();

    RememberedObligations(
            ComputedObligations computed,
            FactsVersion version,
            RecordedFacts facts,
            @Value("${kompetansebro.coverage.remembered-people:5000}") int people) {
        this.computed = computed;
        this.version = version;
        this.facts = facts;
        this.memory = new Memory(people);
    }

    @Override
    public <T> T read(Selection selection, Function<Moment, T> answer) {
        Optional<Kept> kept = kept();
        if (kept.isPresent()) {
            return answer.apply(kept.get());
        }
        Selection narrowed = computed.narrowed(selection);
        return narrowed.small() ? computed.read(narrowed, answer) : readAll(selection, answer);
    }

    private Optional<Kept> kept() {
        return memory.get(EmployerScope.required(), version.current());
    }

    /** One question at a time computes for an employer; those that come meanwhile wait for what it will remember. */
    private <T> T readAll(Selection selection, Function<Moment, T> answer) {
        ReentrantLock lock = computing.computeIfAbsent(EmployerScope.required(), _ -> new ReentrantLock());
        Optional<Kept> kept;
        lock.lock();
        try {
            kept = kept().or(this::compute);
        } finally {
            lock.unlock();
        }
        return kept.isPresent() ? answer.apply(kept.get()) : computed.read(selection, answer);
    }

    /** The version is read first: what is read after it may be newer than its label, which costs a miss, but not older. */
    private Optional<Kept> compute() {
        long label = version.current();
        return computed.read(Selection.EVERYBODY, moment -> {
            if (facts.areMoreThan(memory.people())) {
                return Optional.empty();
            }
            Kept everybody = Kept.all(label, moment);
            memory.put(EmployerScope.required(), everybody);
            return Optional.of(everybody);
        });
    }

    /** A moment that is over, held in memory. */
    record Kept(long version, Rules rules, List<Obliged> everybody, List<UnitFacts> units) implements Moment {

        static Kept all(long version, Moment moment) {
            List<Obliged> everybody = new ArrayList<>();
            moment.people(everybody::add);
            return new Kept(version, moment.rules(), everybody, moment.units());
        }

        @Override
        public void people(Predicate<Obliged> more) {
            for (Obliged each : everybody) {
                if (!more.test(each)) {
                    return;
                }
            }
        }
    }
}
