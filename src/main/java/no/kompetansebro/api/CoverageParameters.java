package no.kompetansebro.api;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.Requirements;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the parameters that calls about coverage share. A code that the employer does not have is refused, whether or
 * not another employer has it.
 */
@Component
@Transactional(readOnly = true)
class CoverageParameters {

    private static final String UNKNOWN = "is not known here";

    private final EmployerCalendar calendar;
    private final Units units;
    private final Requirements requirements;
    private final Employees employees;

    CoverageParameters(EmployerCalendar calendar, Units units, Requirements requirements, Employees employees) {
        this.calendar = calendar;
        this.units = units;
        this.requirements = requirements;
        this.employees = employees;
    }

    /** The date asked about: today where none is given. */
    LocalDate asOf(Parameters parameters) {
        return parameters.date("asOf").orElseGet(calendar::today);
    }

    /** What is asked on the date, of the unit, requirement, employee and statuses that are given. */
    Question question(Parameters parameters, LocalDate asOf) {
        return new Question(
                asOf,
                unit(parameters),
                requirement(parameters),
                employee(parameters),
                parameters.choices("status", Status.values(), Status::name),
                Set.of());
    }

    Optional<UnitCode> unit(Parameters parameters) {
        Optional<UnitCode> unit = parameters.code("unit").map(UnitCode::new);
        if (unit.isPresent() && units.tree().unit(unit.get()).isEmpty()) {
            throw RequestRefused.parameter("unit", UNKNOWN);
        }
        return unit;
    }

    Optional<RequirementCode> requirement(Parameters parameters) {
        Optional<RequirementCode> code = parameters.code("requirement").map(RequirementCode::new);
        if (code.isPresent() && !requirements.has(code.get())) {
            throw RequestRefused.parameter("requirement", UNKNOWN);
        }
        return code;
    }

    Optional<EmployeeId> employee(Parameters parameters) {
        return parameters
                .code("employee")
                .map(EmployeeNumber::new)
                .map(number -> employees
                        .find(number)
                        .orElseThrow(() -> RequestRefused.parameter("employee", UNKNOWN))
                        .id());
    }
}
