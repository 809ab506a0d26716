package no.kompetansebro.lms.xapi;

/** A statement, and so the whole request, is refused: what of it, and why. Says nothing that stood in it. */
final class StatementRefused extends RuntimeException {

    private final int status;
    private final String place;
    private final String detail;

    private StatementRefused(int status, String place, String detail) {
        super(place, null, false, false);
        this.status = status;
        this.place = place;
        this.detail = detail;
    }

    /** 400: it is no statement that we understand. */
    static StatementRefused bad(String place, String detail) {
        return new StatementRefused(400, place, detail);
    }

    /** 409: another statement has its id. */
    static StatementRefused conflict(String place) {
        return new StatementRefused(409, place, "another statement has this id");
    }

    /** 503: too much would change at once, and an administrator is asked. */
    static StatementRefused held() {
        return new StatementRefused(
                503, "statements", "so much would be withdrawn at once that an administrator is asked first");
    }

    /** 413. */
    static StatementRefused tooLong() {
        return new StatementRefused(413, "body", "is longer than 4 MB");
    }

    int status() {
        return status;
    }

    String place() {
        return place;
    }

    String detail() {
        return detail;
    }
}
