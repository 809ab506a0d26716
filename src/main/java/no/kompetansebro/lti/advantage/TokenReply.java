package no.kompetansebro.lti.advantage;

import no.kompetansebro.outbound.Cause;

/** What came of asking for an access token. */
public sealed interface TokenReply {

    /** A token that has every scope that was asked for. */
    record Granted(AccessToken token) implements TokenReply {}

    /** The platform gave none, or not the one that was asked for. */
    record Refused(TokenProblem problem) implements TokenReply {}

    /** The token endpoint was not reached. */
    record NotReached(Cause cause) implements TokenReply {}
}
