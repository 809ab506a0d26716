package no.kompetansebro.lms.spi;

/** The LMS does not answer, or lets us do nothing at all. */
public final class EnrolmentHalted extends RuntimeException {

    private final transient EnrolmentTrouble trouble;

    /** Without a stack: it is about the LMS, not about us. */
    public EnrolmentHalted(EnrolmentTrouble trouble) {
        super(trouble.code() + " " + trouble.detail(), null, false, false);
        this.trouble = trouble;
    }

    /** Why, and until when. */
    public EnrolmentTrouble trouble() {
        return trouble;
    }
}
