package no.kompetansebro.lms;

import java.util.Locale;
import java.util.Optional;
import no.kompetansebro.lti.spi.Launch;

/** What of an LMS account a registration trusts to find the employee by (interfaces.md section 1, accountLink). */
enum AccountAttribute {
    IDNUMBER,
    USERNAME,
    EMAIL;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the launch says; empty where it says nothing. Text as it is, leading zeros too. */
    Optional<String> of(Launch.Person person) {
        return switch (this) {
            case IDNUMBER -> person.sourcedId();
            case USERNAME -> person.username();
            case EMAIL -> person.email();
        };
    }
}
