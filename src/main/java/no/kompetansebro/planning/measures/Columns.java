package no.kompetansebro.planning.measures;

/**
 * A measure in the words of a plan, column by column. All but the measure itself may be empty.
 *
 * @param goal what is to be reached: <i>Mål</i>
 * @param measure what is done: <i>Tiltak</i>
 * @param targetGroup for whom: <i>Målgruppe</i>
 * @param extent how much and where one learns: <i>Omfang/Læringsarena</i>
 * @param timeFrame when, in words: <i>Tidsrom</i>
 * @param responsible <i>Ansvarlig/Kursleder/Foreleser</i>
 * @param cost in words: <i>Kostnad</i>
 */
record Columns(
        String goal,
        String measure,
        String targetGroup,
        String extent,
        String timeFrame,
        String responsible,
        String cost) {}
