package no.kompetansebro.api;

import java.util.Optional;

/** One way of knowing a client by its bearer token. */
interface BearerTokens {

    /** The client of a token that is known, unexpired and not revoked. */
    Optional<ApiClient> client(String token);
}
