package no.kompetansebro.planning.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.coverage.Figures;
import no.kompetansebro.coverage.MinimumStanding;
import no.kompetansebro.coverage.web.SchoolFigures;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.shared.LocalizedName;

/**
 * Everything that a report says, as it was when it was made, with names and definitions in all languages. It is kept as JSON; who
 * changes its form raises {@link #FORM} and goes on reading the old ones.
 *
 * @param total the headline: statutory and mandatory requirements (coverage.md section 8)
 * @param before the same on the day before the period
 * @param units the units directly below
 */
record Snapshot(
        int form,
        LocalizedName area,
        Figures total,
        Figures before,
        List<Line> units,
        List<Line> requirements,
        List<Line> categories,
        List<SchoolFigures.Level> school,
        Gap gapDays,
        List<Minimum> minimums,
        List<Duty> duties,
        List<Meaning> definitions) {

    static final int FORM = 1;

    /**
     * A row of figures.
     *
     * @param category of a requirement, or a category's own
     */
    record Line(String key, LocalizedName name, Optional<Category> category, Figures figures) {}

    /** Days in the period without what was required, in all and by requirement; {@code people}: different ones. */
    record Gap(long days, long people, List<GapLine> lines) {}

    /** The gap days of a requirement, and of how many people. */
    record GapLine(String key, LocalizedName name, long days, long people) {}

    /** A minimum in one of its units. */
    record Minimum(
            String key,
            LocalizedName name,
            String unit,
            LocalizedName unitName,
            int required,
            int holders,
            MinimumStanding.Level status,
            Optional<LocalDate> atRiskOn) {}

    /** A duty of units: how many have done it, and who has not. */
    record Duty(String key, LocalizedName name, long done, long of, List<String> missing) {}

    /** What a word means. */
    record Meaning(LocalizedName word, LocalizedName meaning) {}
}
