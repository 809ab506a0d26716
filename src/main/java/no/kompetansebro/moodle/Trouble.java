package no.kompetansebro.moodle;

import java.util.Locale;

/** Why Moodle could not be read. */
enum Trouble {
    /** The token is wrong, revoked or expired. */
    TOKEN_INVALID(false),
    /** The service account may not do it, or the function is not in the service. */
    NOT_ALLOWED(false),
    /** REST is switched off, or web services are. */
    REST_OFF(false),
    /** What answers at the address is no Moodle, or is somewhere else now. */
    NO_MOODLE(false),
    /** Not reached: unknown, private or forbidden addresses, certificates. */
    NOT_REACHED(false),
    /** No way of reading is open: the findings of the check say why. */
    NO_WAY(false),
    REPORT_GONE(false),
    /** Columns that are needed are missing, or there twice. */
    COLUMNS(false),
    /** The service account's language is not English. */
    LANGUAGE(false),
    /** The service account's time zone is not UTC. */
    TIME_ZONE(false),
    /** A text in the report is no date, or neither yes nor no. */
    TEXT(false),
    /** Overloaded, in maintenance, or broken: no answer, or an error of the server. */
    UNAVAILABLE(true),
    TIMED_OUT(true),
    /** HTML, or JSON that ends too early. */
    UNREADABLE(true),
    TOO_LARGE(false),
    /** An error that Moodle has a code for and we know nothing to do about. */
    FAULT(true),
    /** More is new than ever comes in such a time: an administrator has to look first. */
    HELD(false);

    private final boolean passing;

    Trouble(boolean passing) {
        this.passing = passing;
    }

    /** Whether it may be over in a moment. */
    boolean isPassing() {
        return passing;
    }

    /** For pages and tables. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
