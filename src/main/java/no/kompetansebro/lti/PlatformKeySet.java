package no.kompetansebro.lti;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.outbound.Call;
import no.kompetansebro.outbound.Limits;
import no.kompetansebro.outbound.Outbound;
import no.kompetansebro.outbound.Reply;
import org.jspecify.annotations.Nullable;

/** Reads a platform's key set, whatever its content type says. */
final class PlatformKeySet implements JWKSetSource<SecurityContext> {

    private final Outbound outbound;
    private final Registration registration;
    private volatile boolean read;

    PlatformKeySet(Outbound outbound, Registration registration) {
        this.outbound = outbound;
        this.registration = registration;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long currentTime, @Nullable SecurityContext context)
            throws JWKSetUnavailableException {
        JWKSet usable = UsableKeys.of(body());
        if (usable.isEmpty()) {
            throw new JWKSetUnavailableException("The key set has no usable key");
        }
        read = true;
        return usable;
    }

    /** Whether it was ever read with success. */
    boolean wasRead() {
        return read;
    }

    private byte[] body() throws JWKSetUnavailableException {
        Call call = Call.get(registration.jwksUri(), "application/jwk-set+json, application/json");
        return switch (outbound.send(call, registration.reach(), Limits.DOCUMENT)) {
            case Reply.Answer answer
            when answer.status() == 200 -> answer.text().getBytes(StandardCharsets.UTF_8);
            case Reply.Answer answer ->
                throw new JWKSetUnavailableException("The key set's address answered " + answer.status());
            case Reply.NoAnswer(var cause) ->
                throw new JWKSetUnavailableException("The key set could not be read: " + cause.code());
        };
    }

    @Override
    public void close() {
        // Each call has a connection of its own.
    }
}
