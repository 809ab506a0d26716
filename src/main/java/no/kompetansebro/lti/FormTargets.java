package no.kompetansebro.lti;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/** Where a page may post a form to besides ourselves (Content-Security-Policy {@code form-action}). */
public final class FormTargets {

    private static final String ATTRIBUTE = FormTargets.class.getName();

    private FormTargets() {}

    /** Lets the answer to this request post to the origin of the address. */
    public static void allow(HttpServletRequest request, URI address) {
        Origins.of(address.toString()).ifPresent(origin -> request.setAttribute(ATTRIBUTE, origin));
    }

    /** The origin that was allowed. */
    public static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(ATTRIBUTE));
    }
}
