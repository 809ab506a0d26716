package no.kompetansebro.lms.enrolling;

/**
 * How far a request is: enrolments by their state.
 *
 * @param done enrolled by us
 * @param already enrolled before
 * @param underWay those of the waiting ones that are tried within half a minute
 */
public record EnrolmentCounts(long waiting, long done, long already, long failed, long withdrawn, long underWay) {

    /** All of them. */
    public long all() {
        return waiting + done + already + failed + withdrawn;
    }
}
