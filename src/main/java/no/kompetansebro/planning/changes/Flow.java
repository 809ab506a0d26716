package no.kompetansebro.planning.changes;

/** How much a cause added, and how much it took away; both not negative. */
record Flow(Sums in, Sums out) {

    static final Flow NONE = new Flow(Sums.NONE, Sums.NONE);

    /** With a pair that counted as the one, and counts as the other. */
    Flow plus(State before, State after) {
        Sums more = Sums.of(after).minus(Sums.of(before));
        return new Flow(in.plus(positive(more)), out.plus(positive(Sums.NONE.minus(more))));
    }

    /** What is added when all is said. */
    Sums net() {
        return in.minus(out);
    }

    private static Sums positive(Sums of) {
        return new Sums(
                Math.max(0, of.pairs()), Math.max(0, of.exempt()), Math.max(0, of.covered()), Math.max(0, of.lapsed()));
    }
}
