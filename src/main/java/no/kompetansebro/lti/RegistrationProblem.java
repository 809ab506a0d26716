package no.kompetansebro.lti;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why a platform could not be registered. The code is stable and names the texts. */
enum RegistrationProblem {
    /** Opened elsewhere than in an LMS: there is no address of its configuration. */
    CONFIGURATION_MISSING(HttpStatus.BAD_REQUEST),
    /** None, used, or expired. */
    INVITATION_INVALID(HttpStatus.FORBIDDEN),
    CONFIGURATION_UNREACHABLE(HttpStatus.BAD_GATEWAY),
    CONFIGURATION_INVALID(HttpStatus.BAD_GATEWAY),
    /** The configuration is not at its issuer's. */
    ISSUER_MISMATCH(HttpStatus.BAD_GATEWAY),
    /** An endpoint is not at the issuer's; to be registered by hand, by somebody who knows why. */
    ENDPOINT_ELSEWHERE(HttpStatus.BAD_GATEWAY),
    REGISTRATION_UNREACHABLE(HttpStatus.BAD_GATEWAY),
    /** The platform did not take the registration token: it is used, or an hour old. */
    TOKEN_REFUSED(HttpStatus.BAD_GATEWAY),
    REGISTRATION_REFUSED(HttpStatus.BAD_GATEWAY),
    REGISTRATION_UNREADABLE(HttpStatus.BAD_GATEWAY),
    /** Issuer and client id are another employer's. */
    PLATFORM_TAKEN(HttpStatus.CONFLICT);

    private final HttpStatus status;

    RegistrationProblem(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String messageKey() {
        return "lti.register." + code();
    }
}
