package no.kompetansebro.lti;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The origins of the platform that this browser session was launched from: those, and no others, may frame its pages
 * (Content-Security-Policy {@code frame-ancestors}).
 */
public final class LaunchOrigins {

    private static final String ATTRIBUTE = "lti.launch-origins";

    private LaunchOrigins() {}

    /** The origins, such as {@code https://moodle.example.no}; empty without a launched session. */
    public static List<String> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Kept kept ? kept.origins() : List.of();
    }

    static void keep(HttpSession session, Platform platform) {
        session.setAttribute(ATTRIBUTE, new Kept(new ArrayList<>(platform.origins())));
    }

    private record Kept(ArrayList<String> origins) implements Serializable {}
}
