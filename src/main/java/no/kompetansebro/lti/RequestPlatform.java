package no.kompetansebro.lti;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The platform that the current request is found to speak for: who may frame its page, and what a refusal is about. */
final class RequestPlatform {

    private static final String ATTRIBUTE = RequestPlatform.class.getName();

    private RequestPlatform() {}

    static void set(HttpServletRequest request, Platform platform) {
        request.setAttribute(ATTRIBUTE, platform);
    }

    static Optional<Platform> of(HttpServletRequest request) {
        return Optional.ofNullable((Platform) request.getAttribute(ATTRIBUTE));
    }
}
