package no.kompetansebro.demo.municipality;

import java.util.Optional;

/** A person who is in every data set, as an LMS would know them. */
public record KnownPerson(
        String employeeNumber, String given, String family, Optional<String> username, Optional<String> email) {}
