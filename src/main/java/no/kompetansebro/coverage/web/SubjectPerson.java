package no.kompetansebro.coverage.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.requirement.RequirementCode;

/** Somebody who is subject to requirements: with the titles of the positions in the unit. */
record SubjectPerson(Employee employee, List<String> titles, Map<RequirementCode, Pair> pairs) {

    /** Who misses most comes first, then by family name. */
    static final Comparator<SubjectPerson> MOST_GAPS_FIRST = Comparator.comparingLong(SubjectPerson::gaps)
            .reversed()
            .thenComparing(person -> person.employee().familyName())
            .thenComparing(person -> person.employee().givenName());

    long gaps() {
        return pairs.values().stream().filter(pair -> pair.status().isGap()).count();
    }
}
