package no.kompetansebro.coverage.figures;

import java.util.BitSet;

/** Which posts belong to a row of figures (coverage.md section 8). */
@FunctionalInterface
public interface PostFilter {

    /** Every post. */
    PostFilter EVERY = (unit, position, leaderLevel) -> true;

    /** Whether a post of these numbers belongs to it. */
    boolean contains(int unit, int position, int leaderLevel);

    /** Posts in one of the units. */
    static PostFilter inUnits(BitSet units) {
        return (unit, position, leaderLevel) -> units.get(unit);
    }

    /** Of these posts those of the position. */
    default PostFilter ofPosition(int of) {
        return (unit, position, leaderLevel) -> position == of && contains(unit, position, leaderLevel);
    }

    /** Of these posts those of the leader level. */
    default PostFilter ofLeaderLevel(int of) {
        return (unit, position, leaderLevel) -> leaderLevel == of && contains(unit, position, leaderLevel);
    }
}
