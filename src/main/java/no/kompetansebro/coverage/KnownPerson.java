package no.kompetansebro.coverage;

import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.organisation.EmployeeId;

/** An employee by our key, with every fact that bears on coverage. */
record KnownPerson(EmployeeId id, Person person) {}
