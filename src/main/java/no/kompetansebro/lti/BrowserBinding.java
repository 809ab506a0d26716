package no.kompetansebro.lti;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/**
 * Ties a launch to the browser that began it (Security Framework 1.0 section 5.1.1.4), by a cookie of its own for each
 * attempt, so that several tabs do not disturb each other. Partitioned: it is also kept in a frame of another site.
 */
final class BrowserBinding {

    private static final int NAME_LENGTH = 12;

    private BrowserBinding() {}

    static ResponseCookie bind(Secret state, Secret binding) {
        return cookie(state.value(), binding.value(), LaunchAttempts.LIFETIME);
    }

    static ResponseCookie release(String state) {
        return cookie(state, "", Duration.ZERO);
    }

    /** Whether the request comes from the browser that the attempt was begun in. */
    static boolean holds(HttpServletRequest request, String state, LaunchAttempt attempt) {
        return value(request, name(state)).filter(attempt.binding()::matches).isPresent();
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static ResponseCookie cookie(String state, String value, Duration age) {
        return ResponseCookie.from(name(state), value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("None")
                .partitioned(true)
                .maxAge(age)
                .build();
    }

    private static String name(String state) {
        return "__Host-lti_" + Hash.of("cookie " + state).hex().substring(0, NAME_LENGTH);
    }
}
