package no.kompetansebro.lms.spi;

/** What came of enrolling somebody. */
public sealed interface EnrolmentAnswer {

    /** They are enrolled. */
    record Enrolled() implements EnrolmentAnswer {}

    /** They were before. */
    record Already() implements EnrolmentAnswer {}

    /** They are not, and trying again changes nothing until a person does something about it. */
    record Refused(EnrolmentTrouble why) implements EnrolmentAnswer {}
}
