package no.kompetansebro.planning.changes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import no.kompetansebro.coverage.PairTwice;
import no.kompetansebro.requirement.RequirementCode;

/**
 * What was counted on a date, what is counted on a later one, and why: {@code recorded} and the flows of {@code revisions} make {@code
 * then}; {@code then} and the flows of {@code causes} make {@code now}, exactly.
 *
 * @param recorded as it was recorded at the time; empty where that is not told, or is about the future
 * @param changed every pair that counts as something else, once for each step
 */
record ChangeReport(
        Optional<Sums> recorded,
        SortedMap<Cause, Flow> revisions,
        Sums then,
        SortedMap<Cause, Flow> causes,
        Sums now,
        Map<RequirementCode, Row> byRequirement,
        List<Changed> changed) {

    /** A pair that counts as something else, and why. */
    record Changed(Cause cause, PairTwice pair) {

        State before() {
            return State.of(pair.then());
        }

        State after() {
            return State.of(pair.now());
        }
    }

    /** What one requirement counts on the dates. */
    record Row(Sums then, Sums now, Flow flow) {

        static final Row NONE = new Row(Sums.NONE, Sums.NONE, Flow.NONE);

        Row plus(PairTwice pair) {
            State before = State.of(pair.then());
            State after = State.of(pair.now());
            return new Row(then.plus(Sums.of(before)), now.plus(Sums.of(after)), flow.plus(before, after));
        }
    }

    /** The sums of what changed, by cause. */
    static SortedMap<Cause, Flow> flows(List<Changed> changed) {
        SortedMap<Cause, Flow> flows = new TreeMap<>();
        changed.forEach(each -> flows.merge(
                each.cause(),
                Flow.NONE.plus(each.before(), each.after()),
                (sum, one) -> new Flow(sum.in().plus(one.in()), sum.out().plus(one.out()))));
        return flows;
    }
}
