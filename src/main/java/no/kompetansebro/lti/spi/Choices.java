package no.kompetansebro.lti.spi;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Deep linking requests that wait for what somebody chooses. Each is known by a secret id, belongs to the principal whom
 * it was made for, is answered once, and is forgotten after some hours.
 */
public interface Choices {

    /** The request that waits under the id for the principal; nobody else learns that there is one. */
    Optional<Launch.DeepLinking> find(String id, String principal);

    /**
     * Answers the request and forgets it. Empty when it is not there (any more). More items than the request takes, or
     * links where it takes none, are an {@link IllegalArgumentException}; line items that it does not take are left out.
     * No item at all is a cancellation (Deep Linking 2.0 section 3).
     */
    Optional<Answer> answer(String id, String principal, List<ContentItem> items);

    /**
     * What the person's browser has to post.
     *
     * @param returnUrl where to; see {@link Launch.DeepLinking}
     * @param jwt the signed response, form field {@code JWT}
     */
    record Answer(URI returnUrl, String jwt) {}
}
