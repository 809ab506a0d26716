package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;

/**
 * How coverage differs under suppositions: how much more of each there would be; employees are not counted. Added to the figures of
 * {@link Coverage} it makes those that would be.
 *
 * @param byDate on each of the dates
 * @param byRequirement on the question's date, those with a difference
 * @param byUnit on the question's date, by the rows that {@link Coverage#summary} has
 * @param turned every pair that would stand otherwise on the question's date; {@code then} as it is, {@code now} as it would be
 * @param requirements those that there would be
 * @param learners by the place of the supposition who would learn, of those judged
 * @param judged how many people it took
 */
public record Supposed(
        Map<LocalDate, Figures> byDate,
        Map<RequirementCode, Figures> byRequirement,
        Map<String, Figures> byUnit,
        List<PairTwice> turned,
        Map<RequirementCode, Requirement> requirements,
        Map<Integer, List<EmployeeId>> learners,
        int judged) {}
