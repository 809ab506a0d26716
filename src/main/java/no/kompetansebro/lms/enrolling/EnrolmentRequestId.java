package no.kompetansebro.lms.enrolling;

import java.util.UUID;

/** The key of a request; whoever makes the request chooses it, and the same one twice is one request. */
public record EnrolmentRequestId(UUID value) {

    /** Where what comes of it is shown, and can be tried again or withdrawn. */
    public String path() {
        return EnrolmentPage.PATH + "/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
