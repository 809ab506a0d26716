package no.kompetansebro.organisation;

import java.util.Optional;

/** A person who works or has worked for the employer. */
public record Employee(
        EmployeeId id,
        EmployeeNumber number,
        String givenName,
        String familyName,
        Optional<String> email,
        Optional<String> username) {

    /** Given name and family name, as one reads it. */
    public String name() {
        return givenName + " " + familyName;
    }
}
