package no.kompetansebro.coverage.engine;

import java.util.List;
import java.util.stream.Stream;
import no.kompetansebro.organisation.EmployeeNumber;

/**
 * One employee with every fact that bears on coverage, in any order. Revoked facts are left out;
 * results and evidence of any date may be given: the engine knows which exist on the date it is asked about.
 */
public record Person(
        EmployeeNumber number,
        List<Employment> employments,
        List<RoleHeld> roles,
        List<Result> results,
        List<Evidence> evidence,
        List<Exempt> exemptions) {

    public Person {
        employments = List.copyOf(employments);
        roles = List.copyOf(roles);
        results = List.copyOf(results);
        evidence = List.copyOf(evidence);
        exemptions = List.copyOf(exemptions);
    }

    /** The same with more results. */
    public Person with(List<Result> more) {
        return new Person(
                number,
                employments,
                roles,
                Stream.concat(results.stream(), more.stream()).toList(),
                evidence,
                exemptions);
    }
}
