package no.kompetansebro.lti;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.kompetansebro.lti.spi.RegistrationId;
import org.springframework.stereotype.Component;

/**
 * The origins of the platform that this browser session was launched from: those, and no others, may frame its pages
 * (Content-Security-Policy {@code frame-ancestors}). A registration that changes or ends changes that within half a
 * minute, for sessions that are there already too.
 */
@Component
public class LaunchOrigins {

    private static final String ATTRIBUTE = "lti.launched-by";
    private static final Duration REMEMBERED = Duration.ofSeconds(30);

    private final Platforms platforms;
    private final Clock clock;
    private final Map<RegistrationId, Known> known = new ConcurrentHashMap<>();

    LaunchOrigins(Platforms platforms, Clock clock) {
        this.platforms = platforms;
        this.clock = clock;
    }

    /** The origins, such as {@code https://moodle.example.no}; empty without a launched session. */
    public List<String> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof RegistrationId registration
                ? of(registration)
                : List.of();
    }

    static void keep(HttpSession session, Platform platform) {
        session.setAttribute(ATTRIBUTE, platform.id());
    }

    private List<String> of(RegistrationId registration) {
        Instant now = clock.instant();
        return known.compute(
                        registration,
                        (id, before) -> before != null && before.until().isAfter(now) ? before : read(id, now))
                .origins();
    }

    private Known read(RegistrationId registration, Instant now) {
        return new Known(platforms.find(registration).map(Platform::origins).orElse(List.of()), now.plus(REMEMBERED));
    }

    private record Known(List<String> origins, Instant until) {}
}
