package no.kompetansebro.coverage.figures;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is counted in a row, and at which place: for each requirement its pairs by status, and for each <em>scope</em> (a set
 * of requirements) the employees with a pair that is not exempt, and those of them without a gap (coverage.md section 8).
 *
 * @param requirements one more than the highest number of a requirement
 * @param scopes sets of two requirements or more; of a single one the pairs say it all
 */
public record Layout(int requirements, List<BitSet> scopes) {

    /** Exempt; statuses are numbered in order of what one looks at first (coverage.md section 7). */
    public static final int EXEMPT = 1;

    public static final int EXPIRING = 2;
    public static final int COVERED = 3;
    public static final int DUE = 4;
    public static final int EXPIRED = 5;
    public static final int OVERDUE = 6;

    private static final int STATUSES = 6;

    public Layout {
        scopes = scopes.stream().distinct().toList();
    }

    /** The number of places. */
    public int size() {
        return requirements * STATUSES + 2 * scopes.size();
    }

    /** The place of the requirement's pairs of the status. */
    static int pairs(int requirement, int status) {
        return requirement * STATUSES + status - 1;
    }

    /** The place of the scope's employees; the one after it is that of the fully covered. */
    int employees(int scope) {
        return requirements * STATUSES + 2 * scope;
    }

    /** Whether employees of exactly these requirements can be told. */
    public boolean knows(BitSet of) {
        return of.cardinality() < 2 || scopes.contains(of);
    }

    /** By requirement the scopes that it belongs to. */
    int[][] scopesByRequirement() {
        List<int[]> by = new ArrayList<>();
        for (int requirement = 0; requirement < requirements; requirement++) {
            int of = requirement;
            by.add(IntStream.range(0, scopes.size())
                    .filter(scope -> scopes.get(scope).get(of))
                    .toArray());
        }
        return by.toArray(int[][]::new);
    }
}
