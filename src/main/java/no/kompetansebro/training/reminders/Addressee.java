package no.kompetansebro.training.reminders;

import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;

/**
 * Somebody who works for the employer on the day, and is not on leave from all of it.
 *
 * @param byEmail false for those who chose to see reminders on their page only
 * @param language chosen, or the one in which they last saw the pages
 */
record Addressee(
        EmployeeId id,
        EmployeeNumber number,
        String givenName,
        Optional<String> email,
        boolean byEmail,
        Optional<Language> language) {}
