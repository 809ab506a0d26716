package no.kompetansebro.coverage.figures;

import java.util.BitSet;
import no.kompetansebro.coverage.Figures;

/** The counts of a row on a date, by their places in the layout. */
public final class Counts {

    private final Layout layout;
    private final int[] counts;

    Counts(Layout layout, int[] counts) {
        this.layout = layout;
        this.counts = counts;
    }

    /** The figures of exactly these requirements, which the layout must know ({@link Layout#knows}). */
    public Figures of(BitSet requirements) {
        long covered = 0;
        long expiring = 0;
        long due = 0;
        long overdue = 0;
        long expired = 0;
        long exempt = 0;
        for (int r = requirements.nextSetBit(0);
                r >= 0 && r < layout.requirements();
                r = requirements.nextSetBit(r + 1)) {
            covered += at(r, Layout.COVERED);
            expiring += at(r, Layout.EXPIRING);
            due += at(r, Layout.DUE);
            overdue += at(r, Layout.OVERDUE);
            expired += at(r, Layout.EXPIRED);
            exempt += at(r, Layout.EXEMPT);
        }
        long held = covered + expiring;
        long toCover = held + due + overdue + expired;
        boolean single = requirements.cardinality() < 2;
        int scope = single ? 0 : layout.employees(scope(requirements));
        return new Figures(
                toCover + exempt,
                held,
                expiring,
                due,
                overdue,
                expired,
                exempt,
                single ? toCover : counts[scope],
                single ? held : counts[scope + 1]);
    }

    private int scope(BitSet requirements) {
        int scope = layout.scopes().indexOf(requirements);
        if (scope < 0) {
            throw new IllegalArgumentException("The layout does not count employees of " + requirements);
        }
        return scope;
    }

    private int at(int requirement, int status) {
        return counts[Layout.pairs(requirement, status)];
    }
}
