package no.kompetansebro.training.school;

import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.UnitCode;

/**
 * An employment on a date by which somebody is a leader: it has a leader level, or leads a unit.
 *
 * @param name given name and family name
 * @param sorted family name first, to sort by
 */
record LeaderPost(
        EmployeeId employee,
        EmployeeNumber number,
        String name,
        String sorted,
        UnitCode unit,
        String title,
        Optional<String> level,
        Optional<UnitCode> leads) {}
