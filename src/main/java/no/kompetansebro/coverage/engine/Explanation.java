package no.kompetansebro.coverage.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.DateInterval;

/**
 * Why a pair has its status on a date (coverage.md section 11): data only; pages and the API put it into words. Everything
 * is as known on the date.
 *
 * @param standing the status, the deadline, and when they change by themselves
 * @param subject the maximal subject interval that contains the date
 * @param employments those that make the employee subject on the date
 * @param exemption the exemption that contains the date
 * @param rules every award rule that could give the competence at the level
 * @param evidence direct evidence at the level or higher, by date; declarations among it do not count
 * @param nextSteps the smallest set of learning items that, achieved on the date, would cover it; empty when covered
 *     already, or when no set of items would do it
 */
public record Explanation(
        RequirementCode requirement,
        LocalDate asOf,
        CompetenceCode competence,
        Optional<String> level,
        Segment standing,
        DateInterval subject,
        List<Through> employments,
        Due due,
        Optional<DateInterval> exemption,
        List<Rule> rules,
        List<Direct> evidence,
        List<ItemCode> nextSteps) {

    /** An employment that makes the employee subject, on {@code dates} without a break, by these parts of the target group. */
    public record Through(Employment employment, DateInterval dates, Part targetGroup) {}

    /**
     * A part of the target group for one employment.
     *
     * @param dates the maximal interval around the date on which it is true, where it is true on the date
     * @param parts its own parts; none for a leaf
     */
    public record Part(TargetGroup group, boolean holds, Optional<DateInterval> dates, List<Part> parts) {}

    /** How the deadline came about (coverage.md section 6). */
    public sealed interface Due {

        /** The first date that counts as too late. */
        LocalDate deadline();

        /** The requirement's fixed date, not before the subject interval. */
        record Fixed(LocalDate deadline) implements Due {}

        /** So many days after the start of the subject interval. */
        record Grace(LocalDate start, int days, LocalDate deadline) implements Due {}
    }

    /** An award rule, with its criterion as a tree. */
    public record Rule(String code, Optional<String> level, Node criterion) {}

    /**
     * A node of a criterion.
     *
     * @param dates the maximal interval around the date on which it holds, where it holds on the date
     * @param hours the hours together on the date, for a node of hours
     * @param results the results that it looks at, by date; none for a node with nodes of its own
     */
    public record Node(
            Criterion criterion,
            boolean holds,
            Optional<DateInterval> dates,
            Optional<BigDecimal> hours,
            List<Counted> results,
            List<Node> nodes) {}

    /**
     * A result as a node sees it.
     *
     * @param dates the dates on which it counts; empty when its score is too low
     */
    public record Counted(Result result, Optional<DateInterval> dates) {}

    /**
     * Direct evidence.
     *
     * @param dates the dates on which it counts; empty for a declaration
     */
    public record Direct(Evidence evidence, Optional<DateInterval> dates) {}
}
