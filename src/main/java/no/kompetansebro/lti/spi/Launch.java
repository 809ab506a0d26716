package no.kompetansebro.lti.spi;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A launch whose every claim has been checked (LTI 1.3 Core section 5.3 and 5.4).
 *
 * @param subject who it is inside the issuer; empty: an anonymous launch (section 5.3.6.1)
 * @param roles the roles of the LTI vocabulary (appendix A) as full URIs; unknown ones are left out
 * @param custom the custom parameters that are text; what the platform left unresolved ({@code $…}) is left out
 * @param returnUrl where the LMS wants the person back; only of the platform's own origins. It may hold a CSRF token of
 *     the LMS: neither log nor store it
 * @param path the path of the target link, one that {@link LaunchReceiver#offers} said yes to
 */
public record Launch(
        RegistrationId registration,
        String issuer,
        String deployment,
        Optional<String> subject,
        Person person,
        Set<URI> roles,
        Optional<Context> context,
        Message message,
        Services services,
        Map<String, String> custom,
        Optional<Locale> locale,
        Optional<URI> returnUrl,
        String path) {

    public Launch {
        roles = Set.copyOf(roles);
        custom = Map.copyOf(custom);
    }

    /** What the platform says about the person. Hints: only the subject identifies anybody (section 5.3.6). */
    public record Person(
            Optional<String> name,
            Optional<String> givenName,
            Optional<String> familyName,
            Optional<String> email,
            Optional<String> sourcedId,
            Optional<String> username) {}

    /** The course or group that the link is in; its id is unique inside the deployment (section 5.4.1). */
    public record Context(String id, Optional<String> label, Optional<String> title) {}

    /** What the launch is for. */
    public sealed interface Message {}

    /** The link that was followed; its id is unique inside the deployment (section 5.3.5). */
    public record ResourceLink(String id, Optional<String> title) implements Message {}

    /**
     * Somebody wants to place links (Deep Linking 2.0 section 4.4.1).
     *
     * @param returnUrl where the answer goes, of the platform's own origins. It may hold a CSRF token of the LMS: neither
     *     log nor store it
     * @param acceptsLinks whether links of ours are taken at all
     * @param data goes back unaltered
     */
    public record DeepLinking(
            URI returnUrl,
            boolean acceptsLinks,
            boolean acceptsMultiple,
            boolean acceptsLineItems,
            Optional<String> data)
            implements Message {}

    /** What the platform offers us for the launch's context; only addresses of its own origins. */
    public record Services(Optional<Grades> grades, Optional<Names> names) {}

    /**
     * The assignment and grade service (AGS 2.0 section 3.1).
     *
     * @param scopes what may be asked for
     * @param lineItems where the context's line items are
     * @param lineItem the one of this link
     */
    public record Grades(Set<String> scopes, Optional<URI> lineItems, Optional<URI> lineItem) {

        public Grades {
            scopes = Set.copyOf(scopes);
        }
    }

    /** The names and role service of the context (NRPS 2.0 section 3.6.1.1). */
    public record Names(URI memberships) {}
}
