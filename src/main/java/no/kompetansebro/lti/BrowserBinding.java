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

    /** The cookie that ties the browser to the attempt that only the key leads to. */
    static ResponseCookie bind(String key, Secret binding, Duration age) {
        return cookie(key, binding.value(), age);
    }

    static ResponseCookie release(String key) {
        return cookie(key, "", Duration.ZERO);
    }

    /** Whether the request comes from the browser that the attempt was begun in. */
    static boolean holds(HttpServletRequest request, String key, Hash binding) {
        return value(request, cookieName(key)).filter(binding::matches).isPresent();
    }

    /** A short name for the key, which does not tell it. */
    static String name(String key) {
        return "lti_" + Hash.of("cookie " + key).hex().substring(0, NAME_LENGTH);
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

    private static ResponseCookie cookie(String key, String value, Duration age) {
        return ResponseCookie.from(cookieName(key), value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("None")
                .partitioned(true)
                .maxAge(age)
                .build();
    }

    private static String cookieName(String key) {
        return "__Host-" + name(key);
    }
}
