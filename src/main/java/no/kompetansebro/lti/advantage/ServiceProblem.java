package no.kompetansebro.lti.advantage;

import java.util.Locale;

/** Why a service did not do what it was asked, in the words an administrator needs. */
public enum ServiceProblem {
    /** The platform was not reached, failed, or had too many requests: later it may work. */
    UNAVAILABLE,
    /** The platform gave no access token, for a while: its clock, or its copy of our keys. */
    TOKEN_UNAVAILABLE,
    /** The platform does not let the tool use the service. */
    NOT_ALLOWED,
    /** What was asked for is not there (any more). */
    GONE,
    /** The platform does not grade the person. */
    PERSON_REFUSED,
    /** The platform has something newer, or as new. */
    CONFLICT,
    /** What came is not what the service sends. */
    UNREADABLE,
    /** The page links lead in a circle, elsewhere, or cannot be read. */
    PAGING,
    /** More pages or entries than anybody has. */
    TOO_MUCH;

    /** For pages and logs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the same call may work later. */
    public boolean isPassing() {
        return this == UNAVAILABLE || this == TOKEN_UNAVAILABLE;
    }

    static ServiceProblem of(ServiceReply reply) {
        return switch (reply) {
            case ServiceReply.Answered(var answer) -> ofStatus(answer.status(), answer.text());
            case ServiceReply.NotReached _ -> UNAVAILABLE;
            case ServiceReply.NotThePlatforms _ -> NOT_ALLOWED;
            case ServiceReply.PlatformGone _ -> GONE;
            case ServiceReply.NoToken(TokenProblem problem) ->
                switch (problem) {
                    case CLIENT_UNKNOWN, SCOPE_REFUSED, SCOPE_REDUCED -> NOT_ALLOWED;
                    case KEYS_UNREAD, KEY_UNKNOWN, CLOCK, PLATFORM_FAILED, REFUSED, UNREADABLE -> TOKEN_UNAVAILABLE;
                };
        };
    }

    /** Canvas says that there are too many requests by a 403 (lti-requirements SVC-12). */
    private static ServiceProblem ofStatus(int status, String text) {
        return switch (status) {
            case 408, 425, 429 -> UNAVAILABLE;
            case 403 -> text.contains("Rate Limit Exceeded") ? UNAVAILABLE : NOT_ALLOWED;
            case 401 -> NOT_ALLOWED;
            case 404, 410 -> GONE;
            case 409 -> CONFLICT;
            default -> status >= 500 ? UNAVAILABLE : status >= 400 ? PERSON_REFUSED : UNREADABLE;
        };
    }
}
