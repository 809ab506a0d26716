package no.kompetansebro.api;

import java.security.Principal;
import java.util.Set;
import no.kompetansebro.shared.EmployerId;

/**
 * The system behind a request to the REST API: for one employer, with its scopes. It sees everything of the employer
 * ({@link no.kompetansebro.organisation.access.Viewer#ofEverything()}).
 *
 * @param name what logs call it: a token's name, or a JWT's client
 */
record ApiClient(EmployerId employer, String name, Set<Scope> scopes) implements Principal {

    ApiClient {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public String getName() {
        return name;
    }
}
