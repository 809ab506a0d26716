package no.kompetansebro.lti;

import java.net.URI;
import java.util.Optional;
import no.kompetansebro.outbound.Call;
import no.kompetansebro.outbound.Cause;
import no.kompetansebro.outbound.Limits;
import no.kompetansebro.outbound.Outbound;
import no.kompetansebro.outbound.Reach;
import no.kompetansebro.outbound.Reply;
import org.springframework.stereotype.Component;

/** Reads a platform's configuration from its address. */
@Component
public class ConfigurationReader {

    private final Outbound outbound;

    ConfigurationReader(Outbound outbound) {
        this.outbound = outbound;
    }

    /** What came of it. */
    public sealed interface Result {

        /** The platform's, and read at its issuer's. */
        record Read(PlatformConfiguration configuration) implements Result {}

        /** Not reached. */
        record NotReached(Cause cause) implements Result {}

        /** Reached, but it answered something else. */
        record NoConfiguration() implements Result {}

        /** A configuration that says that it is somebody else's. */
        record OfAnotherIssuer() implements Result {}
    }

    /** Reads it; the address may be anything that somebody typed. */
    public Result read(String address, Reach reach) {
        Optional<URI> uri = Origins.of(address).flatMap(_ -> Origins.parse(address));
        if (uri.isEmpty()) {
            return new Result.NotReached(Cause.ADDRESS_INVALID);
        }
        return switch (outbound.send(Call.get(uri.get(), "application/json"), reach, Limits.DOCUMENT)) {
            case Reply.NoAnswer(var cause) -> new Result.NotReached(cause);
            case Reply.Answer answer ->
                PlatformConfiguration.of(answer.isSuccess() ? answer.text() : "")
                        .map(configuration -> checked(configuration, uri.get()))
                        .orElseGet(Result.NoConfiguration::new);
        };
    }

    private static Result checked(PlatformConfiguration configuration, URI address) {
        return configuration.isAt(address) ? new Result.Read(configuration) : new Result.OfAnotherIssuer();
    }
}
