package no.kompetansebro.coverage;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.RememberedObligations.Kept;
import no.kompetansebro.shared.EmployerId;

/** What is kept of which employer, for so many people in all; who was asked about longest ago goes first. */
final class Memory {

    private final int people;
    private final Map<EmployerId, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    Memory(int people) {
        this.people = people;
    }

    int people() {
        return people;
    }

    /** What is kept of the employer at exactly the version. */
    synchronized Optional<Kept> get(EmployerId employer, long version) {
        return Optional.ofNullable(kept.get(employer)).filter(k -> k.version() == version);
    }

    synchronized void put(EmployerId employer, Kept everybody) {
        kept.put(employer, everybody);
        Iterator<Kept> oldest = kept.values().iterator();
        while (size() > people && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
    }

    private int size() {
        return kept.values().stream().mapToInt(k -> k.everybody().size()).sum();
    }
}
