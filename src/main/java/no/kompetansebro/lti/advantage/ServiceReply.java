package no.kompetansebro.lti.advantage;

import no.kompetansebro.outbound.Cause;
import no.kompetansebro.outbound.Reply;

/** What came of a call to a service. */
public sealed interface ServiceReply {

    /** The service answered, with whatever status but a redirect; look at that before the body. */
    record Answered(Reply.Answer answer) implements ServiceReply {}

    /** There is no token for it. */
    record NoToken(TokenProblem problem) implements ServiceReply {}

    /** The service, or the token endpoint, was not reached. */
    record NotReached(Cause cause) implements ServiceReply {}

    /** The address is of no origin of the platform's: it was not called, and no token was sent there. */
    record NotThePlatforms() implements ServiceReply {}

    /** The registration is gone or switched off. */
    record PlatformGone() implements ServiceReply {}
}
