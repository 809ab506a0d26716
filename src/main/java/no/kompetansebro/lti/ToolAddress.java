package no.kompetansebro.lti;

import java.net.URI;
import no.kompetansebro.lti.spi.LaunchReceiver;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the tool is, as configured: never what a request's Host or X-Forwarded headers claim. */
@Component
public class ToolAddress {

    private final String origin;
    private final LaunchReceiver receiver;

    ToolAddress(@Value("${kompetansebro.base-url}") String baseUrl, LaunchReceiver receiver) {
        this.origin = Origins.of(baseUrl)
                .filter(o -> baseUrl.equals(o) || baseUrl.equals(o + "/"))
                .orElseThrow(() -> new IllegalStateException(
                        "kompetansebro.base-url must be scheme, host and port, such as https://kompetanse.example.no: "
                                + baseUrl));
        this.receiver = receiver;
    }

    /** Whether it is our own origin, exactly. */
    boolean isOrigin(@Nullable String other) {
        return origin.equals(other);
    }

    /** Scheme, host and port. */
    public String origin() {
        return origin;
    }

    /** The one redirect URI. */
    public String launchUri() {
        return origin + "/lti/launch";
    }

    /** Where logins begin. */
    public String loginUri() {
        return origin + "/lti/login";
    }

    /** Where our public keys are. */
    public String keysUri() {
        return origin + "/lti/jwks";
    }

    /** What an invited administrator gives to the LMS. */
    public String registrationUri(Secret invitation) {
        return origin + "/lti/register?invitation=" + invitation.value();
    }

    /**
     * The path of a target link: of exactly our origin, without user information or fragment, and a path that the
     * receiver offers. A query is allowed and does not matter. Refuses every other address.
     */
    String pathOf(String targetLinkUri) {
        return Origins.parse(targetLinkUri)
                .filter(uri -> Origins.of(targetLinkUri).filter(origin::equals).isPresent())
                .filter(uri -> uri.getRawFragment() == null)
                .map(URI::getRawPath)
                .filter(receiver::offers)
                .orElseThrow(() -> new LaunchRefused(Refusal.TARGET_LINK_NOT_OURS));
    }
}
