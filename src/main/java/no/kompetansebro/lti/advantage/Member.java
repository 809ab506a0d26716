package no.kompetansebro.lti.advantage;

import java.net.URI;
import java.util.Set;
import no.kompetansebro.lti.spi.Launch;

/**
 * Somebody in a context (NRPS 2.0 section 2.2).
 *
 * @param subject as in launches
 * @param roles as in {@link Launch}: full URIs of the vocabulary
 * @param person hints; nothing of it identifies anybody
 */
public record Member(String subject, Set<URI> roles, Launch.Person person) {

    private static final URI LEARNER = URI.create("http://purl.imsglobal.org/vocab/lis/v2/membership#Learner");

    public Member {
        roles = Set.copyOf(roles);
    }

    /** Whether the person learns in the context. */
    public boolean isLearner() {
        return roles.contains(LEARNER);
    }
}
