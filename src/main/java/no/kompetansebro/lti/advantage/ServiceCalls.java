package no.kompetansebro.lti.advantage;

import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.lti.spi.Registrations;
import no.kompetansebro.outbound.Limits;
import no.kompetansebro.outbound.Outbound;
import no.kompetansebro.outbound.Reply;
import org.springframework.stereotype.Component;

/**
 * Calls the services of platforms. The bearer token goes only to origins of the platform's registration, whatever
 * address a launch or a {@code Link} header named. A 401 is answered by one new token and one more try.
 */
@Component
public class ServiceCalls {

    private static final int UNAUTHORIZED = 401;

    private final Registrations registrations;
    private final AccessTokens tokens;
    private final Outbound outbound;

    ServiceCalls(Registrations registrations, AccessTokens tokens, Outbound outbound) {
        this.registrations = registrations;
        this.tokens = tokens;
        this.outbound = outbound;
    }

    /** Sends the call; may take as long as {@link Limits#PAGE} and a token say, so never inside a transaction. */
    public ServiceReply send(Deployment deployment, ServiceCall call) {
        return registrations
                .registered(deployment.registration())
                .map(registration -> sent(deployment, registration, call))
                .orElseGet(ServiceReply.PlatformGone::new);
    }

    /** Asks the platform for a new token only, to see whether it gives one. */
    public TokenReply newToken(Deployment deployment, Registration registration, Set<String> scopes) {
        return tokens.fresh(deployment, registration, scopes);
    }

    private ServiceReply sent(Deployment deployment, Registration registration, ServiceCall call) {
        if (!isOf(registration, call.call().address())) {
            return new ServiceReply.NotThePlatforms();
        }
        return switch (tokens.find(deployment, registration, call.scopes())) {
            case TokenReply.Refused(var problem) -> new ServiceReply.NoToken(problem);
            case TokenReply.NotReached(var cause) -> new ServiceReply.NotReached(cause);
            case TokenReply.Granted(var token) -> {
                ServiceReply first = sent(registration, call, token);
                yield isUnauthorized(first) ? again(deployment, registration, call, token) : first;
            }
        };
    }

    private ServiceReply again(Deployment deployment, Registration registration, ServiceCall call, AccessToken old) {
        tokens.forget(old);
        return switch (tokens.find(deployment, registration, call.scopes())) {
            case TokenReply.Refused(var problem) -> new ServiceReply.NoToken(problem);
            case TokenReply.NotReached(var cause) -> new ServiceReply.NotReached(cause);
            case TokenReply.Granted(var token) -> sent(registration, call, token);
        };
    }

    private ServiceReply sent(Registration registration, ServiceCall call, AccessToken token) {
        Reply reply = outbound.send(
                call.call().with("Authorization", "Bearer " + token.value()), registration.reach(), Limits.PAGE);
        return switch (reply) {
            case Reply.Answer answer -> new ServiceReply.Answered(answer);
            case Reply.NoAnswer(var cause) -> new ServiceReply.NotReached(cause);
        };
    }

    private static boolean isUnauthorized(ServiceReply reply) {
        return reply instanceof ServiceReply.Answered(var answer) && answer.status() == UNAUTHORIZED;
    }

    private static boolean isOf(Registration registration, URI address) {
        String origin = address.getScheme() + "://" + address.getRawAuthority();
        Stream<String> own = Stream.of(
                registration.issuer(),
                registration.authorizationEndpoint().toString(),
                registration.tokenEndpoint().toString());
        return Stream.concat(own, registration.origins().stream())
                .anyMatch(known -> known.equals(origin) || known.startsWith(origin + "/"));
    }
}
