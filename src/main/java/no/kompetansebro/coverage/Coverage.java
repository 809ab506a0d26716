package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.engine.Explanation;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.DateInterval;

/**
 * Coverage as a function of a date: every view asks here, and gets only what the viewer may see. Works for the employer
 * in {@link no.kompetansebro.shared.EmployerScope}.
 *
 * <p>Figures count who belongs to the viewer's units on the date asked about. Pairs, gap days, explanations and strips
 * are by name: of people who belong to the viewer's units today or later, and of the viewer. A unit, requirement or
 * employee that does not exist, or that the viewer may not see, has no pairs.
 */
public interface Coverage {

    /** The pairs, ordered by employee number and requirement, one by one. */
    void pairs(Viewer viewer, Question question, Consumer<Pair> sink);

    /** At most {@code limit} of the pairs, in the same order; those after the place, where one is given. */
    List<Pair> pairs(Viewer viewer, Question question, Optional<Pair.Place> after, int limit);

    /** The figures of all pairs together. */
    Figures figures(Viewer viewer, Question question);

    /** The figures on each of the dates, in order. */
    SequencedMap<LocalDate, Figures> trend(Viewer viewer, Question question, List<LocalDate> dates);

    /**
     * Figures by row, ordered by key; a pair is in each row that an employment belongs to which makes the employee subject.
     * By unit: the direct children of the question's unit, or the roots (for a viewer of some units only: the topmost of
     * them), also those without pairs; by anything else: rows with pairs.
     */
    List<SummaryRow> summary(Viewer viewer, Question question, By by);

    /** Minimums of the units the viewer may see, within the unit where one is given. */
    List<MinimumStanding> minimums(Viewer viewer, LocalDate asOf, Optional<UnitCode> unit);

    /** Duties of the units the viewer may see, within the unit where one is given. */
    List<UnitDutyStanding> unitDuties(Viewer viewer, LocalDate asOf, Optional<UnitCode> unit);

    /** Gap days from the first date to the last, both included, where there are any. */
    List<GapDays> gapDays(Viewer viewer, DateInterval period, Question question);

    /** Why the employee's pair has its status; empty when not subject on the date, or not to be seen by the viewer. */
    Optional<Explanation> explanation(Viewer viewer, EmployeeId employee, RequirementCode requirement, LocalDate asOf);

    /** How each pair of the employee stands over the dates, as known today. */
    Map<RequirementCode, List<Standing>> strips(Viewer viewer, EmployeeId employee, DateInterval dates);

    /**
     * What people need on the question's date: the pairs that are not covered then, or end within their warning, each with
     * every item that would bring it nearer to being covered. Who is exempt needs nothing.
     */
    void needs(Viewer viewer, Question question, Consumer<PersonalNeed> sink);
}
