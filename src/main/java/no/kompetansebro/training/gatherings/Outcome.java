package no.kompetansebro.training.gatherings;

/** What became of something that somebody wanted with a gathering. */
public sealed interface Outcome {

    /** It was done: how many of those it was done for have a seat, and how many wait for one. */
    record Done(int seated, int waiting) implements Outcome {}

    /** It was not, and nothing changed. */
    record Refused(Why why) implements Outcome {}

    /** Why not. */
    enum Why {
        /** There is no such gathering. */
        UNKNOWN,
        CANCELLED,
        /** It has begun. */
        BEGUN,
        /** The last day for signing up has passed. */
        CLOSED,
        /** Somebody among them is not the viewer's. */
        NOT_YOURS,
        /** Nobody was chosen, or nothing would change. */
        NOTHING,
        /** Attendance has been registered. */
        SETTLED,
        /** It is not over yet. */
        TOO_EARLY,
        /** Somebody else changed it meanwhile. */
        CHANGED,
        /** What is registered changes only with a reason. */
        NO_REASON,
        /** More have a seat than would be left. */
        TOO_SMALL
    }

    static Outcome refused(Why why) {
        return new Refused(why);
    }
}
