package no.kompetansebro.lti;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why a login or a launch is refused. The code is stable; the page's text depends only on who can do something. */
enum Refusal {
    PARAMETER_MISSING(HttpStatus.BAD_REQUEST, Advice.SET_UP),
    PARAMETER_REPEATED(HttpStatus.BAD_REQUEST, Advice.SET_UP),
    PARAMETER_INVALID(HttpStatus.BAD_REQUEST, Advice.SET_UP),
    REGISTRATION_UNKNOWN(HttpStatus.BAD_REQUEST, Advice.SET_UP),
    REGISTRATION_AMBIGUOUS(HttpStatus.BAD_REQUEST, Advice.SET_UP),
    TARGET_LINK_NOT_OURS(HttpStatus.BAD_REQUEST, Advice.SET_UP),
    STATE_UNKNOWN(HttpStatus.UNAUTHORIZED, Advice.START_AGAIN),
    BROWSER_MISMATCH(HttpStatus.UNAUTHORIZED, Advice.NEW_WINDOW),
    COOKIES_BLOCKED(HttpStatus.UNAUTHORIZED, Advice.NEW_WINDOW),
    NOT_FROM_OUR_PAGE(HttpStatus.FORBIDDEN, Advice.START_AGAIN),
    CONFIRMATION_UNKNOWN(HttpStatus.UNAUTHORIZED, Advice.START_AGAIN),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, Advice.TRY_LATER),
    PLATFORM_ERROR(HttpStatus.BAD_REQUEST, Advice.START_AGAIN),
    PLATFORM_UNREACHABLE(HttpStatus.SERVICE_UNAVAILABLE, Advice.TRY_LATER),
    TEMPORARILY_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, Advice.TRY_LATER),
    TOKEN_MALFORMED(HttpStatus.BAD_REQUEST, Advice.SET_UP),
    ALGORITHM_NOT_ALLOWED(HttpStatus.UNAUTHORIZED, Advice.SET_UP),
    KID_MISSING(HttpStatus.UNAUTHORIZED, Advice.SET_UP),
    KID_UNKNOWN(HttpStatus.UNAUTHORIZED, Advice.SET_UP),
    SIGNATURE_INVALID(HttpStatus.UNAUTHORIZED, Advice.SET_UP),
    CLAIMS_MISSING(HttpStatus.BAD_REQUEST, Advice.SET_UP),
    CLAIM_INVALID(HttpStatus.BAD_REQUEST, Advice.SET_UP),
    ISSUER_MISMATCH(HttpStatus.UNAUTHORIZED, Advice.SET_UP),
    AUDIENCE_MISMATCH(HttpStatus.UNAUTHORIZED, Advice.SET_UP),
    AUTHORIZED_PARTY_MISMATCH(HttpStatus.UNAUTHORIZED, Advice.SET_UP),
    TOKEN_EXPIRED(HttpStatus.UNAUTHORIZED, Advice.START_AGAIN),
    TOKEN_NOT_CURRENT(HttpStatus.UNAUTHORIZED, Advice.START_AGAIN),
    NONCE_MISMATCH(HttpStatus.UNAUTHORIZED, Advice.START_AGAIN),
    LTI_VERSION(HttpStatus.BAD_REQUEST, Advice.SET_UP),
    MESSAGE_TYPE(HttpStatus.BAD_REQUEST, Advice.SET_UP),
    MESSAGE_TYPE_UNSUPPORTED(HttpStatus.BAD_REQUEST, Advice.UNSUPPORTED),
    DEPLOYMENT_MISSING(HttpStatus.BAD_REQUEST, Advice.SET_UP),
    DEPLOYMENT_UNKNOWN(HttpStatus.FORBIDDEN, Advice.SET_UP),
    DEPLOYMENT_MISMATCH(HttpStatus.BAD_REQUEST, Advice.SET_UP),
    TARGET_LINK_MISMATCH(HttpStatus.BAD_REQUEST, Advice.SET_UP),
    RESOURCE_LINK_MISSING(HttpStatus.BAD_REQUEST, Advice.SET_UP),
    DEEP_LINKING_SETTINGS_MISSING(HttpStatus.BAD_REQUEST, Advice.SET_UP),
    DEEP_LINKING_RETURN_NOT_THE_PLATFORMS(HttpStatus.BAD_REQUEST, Advice.SET_UP),
    SUB_BLANK(HttpStatus.BAD_REQUEST, Advice.SET_UP),
    SUB_MISSING(HttpStatus.BAD_REQUEST, Advice.SET_UP),
    ROLES_MISSING(HttpStatus.BAD_REQUEST, Advice.SET_UP);

    private final HttpStatus status;
    private final Advice advice;

    Refusal(HttpStatus status, Advice advice) {
        this.status = status;
        this.advice = advice;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String messageKey() {
        return "lti.refusal." + advice.name().toLowerCase(Locale.ROOT);
    }

    /** Whether a launch anew, in a window of its own, may go better. */
    boolean mayGoBetterAnew() {
        return advice == Advice.NEW_WINDOW || advice == Advice.START_AGAIN;
    }

    private enum Advice {
        START_AGAIN,
        SET_UP,
        NEW_WINDOW,
        TRY_LATER,
        UNSUPPORTED
    }
}
