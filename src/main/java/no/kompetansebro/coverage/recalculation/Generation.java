package no.kompetansebro.coverage.recalculation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.figures.Layout;

/**
 * Summed-up figures: by the rulebook of the version, in the layout.
 *
 * @param number counts on with each summing up
 */
record Generation(long number, long rulebook, Layout layout) {

    static Generation read(long number, long rulebook, int requirements, String scopes) {
        List<BitSet> sets = Arrays.stream(scopes.split(";"))
                .filter(scope -> !scope.isEmpty())
                .map(Generation::set)
                .toList();
        return new Generation(number, rulebook, new Layout(requirements, sets));
    }

    private static BitSet set(String scope) {
        BitSet set = new BitSet();
        Arrays.stream(scope.split(" ")).mapToInt(Integer::parseInt).forEach(set::set);
        return set;
    }

    /** The scopes as text: numbers of requirements, a semicolon between scopes. */
    static String text(Layout layout) {
        return layout.scopes().stream()
                .map(scope -> scope.stream().mapToObj(Integer::toString).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(";"));
    }
}
