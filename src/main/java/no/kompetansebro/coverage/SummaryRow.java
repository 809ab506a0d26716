package no.kompetansebro.coverage;

import no.kompetansebro.shared.LocalizedName;

/** One row of a summary: a unit, requirement, competence, position, category or leader level, with its figures. */
public record SummaryRow(String key, LocalizedName name, Figures figures) {

    /** What the rows of a summary are. */
    public enum By {
        UNIT,
        REQUIREMENT,
        COMPETENCE,
        POSITION,
        CATEGORY,
        LEADER_LEVEL
    }
}
