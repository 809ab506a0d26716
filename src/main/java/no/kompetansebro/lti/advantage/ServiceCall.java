package no.kompetansebro.lti.advantage;

import java.net.URI;
import java.util.Set;
import no.kompetansebro.outbound.Call;

/**
 * A call to a service of a platform.
 *
 * @param scopes what its token has to be good for
 */
public record ServiceCall(Call call, Set<String> scopes) {

    public ServiceCall {
        scopes = Set.copyOf(scopes);
    }

    /** Reads; {@code accept} is exactly one media type: Moodle takes no list. */
    public static ServiceCall get(URI address, String accept, String scope) {
        return new ServiceCall(Call.get(address, accept), Set.of(scope));
    }

    /** Posts a body of the media type. */
    public static ServiceCall post(URI address, String contentType, String body, String scope) {
        return new ServiceCall(Call.post(address, contentType, contentType, body), Set.of(scope));
    }

    /** Replaces what is at the address by a body of the media type. */
    public static ServiceCall put(URI address, String contentType, String body, String scope) {
        Call post = Call.post(address, contentType, contentType, body);
        return new ServiceCall(new Call(Call.Method.PUT, address, post.headers(), post.body()), Set.of(scope));
    }
}
