package no.kompetansebro.coverage.recalculation;

/** Into which rows the figures of a unit are split. */
public enum Split {

    /** One row for everybody. */
    TOGETHER,

    /** A row for each of the units directly below, or for each root. */
    BY_UNIT,

    /** A row for each position. */
    BY_POSITION,

    /** A row for each leader level, "" for none. */
    BY_LEADER_LEVEL
}
