package no.kompetansebro.lms.spi;

import java.util.Optional;

/** A connector that can enrol people in the courses of an LMS: declare a bean of it. Works for the employer in scope. */
public interface EnrolmentConnector {

    /** The LMS whose accounts and courses are the issuer's; empty: it is none of this connector's. Calls nothing. */
    Optional<EnrolmentAccess> of(String issuer);
}
