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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a platform's key set, whatever its content type says. While the platform cannot be reached, the last good set
 * stands in, read by whichever instance, for a day.
 */
final class PlatformKeySet implements JWKSetSource<SecurityContext> {

    private static final Logger log = LoggerFactory.getLogger(PlatformKeySet.class);

    private final Outbound outbound;
    private final LastGoodKeys lastGood;
    private final Platform platform;
    private volatile boolean read;

    PlatformKeySet(Outbound outbound, LastGoodKeys lastGood, Platform platform) {
        this.outbound = outbound;
        this.lastGood = lastGood;
        this.platform = platform;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long currentTime, @Nullable SecurityContext context)
            throws JWKSetUnavailableException {
        JWKSet usable = fresh();
        if (usable.isEmpty()) {
            usable = lastGood.find(platform)
                    .orElseThrow(() -> new JWKSetUnavailableException("The key set could not be read"));
        }
        read = true;
        return usable;
    }

    /** Whether there was ever a good set. */
    boolean wasRead() {
        return read;
    }

    /** What the platform has now; empty where it cannot be read, or has no usable key. */
    private JWKSet fresh() {
        Registration registration = platform.registration();
        Call call = Call.get(registration.jwksUri(), "application/jwk-set+json, application/json");
        JWKSet fresh = switch (outbound.send(call, registration.reach(), Limits.DOCUMENT)) {
            case Reply.Answer answer
            when answer.status() == 200 -> UsableKeys.of(answer.text().getBytes(StandardCharsets.UTF_8));
            case Reply.Answer answer -> unreadable("answered " + answer.status());
            case Reply.NoAnswer(var cause) -> unreadable(cause.code());
        };
        if (!fresh.isEmpty()) {
            lastGood.keep(platform, fresh);
        }
        return fresh;
    }

    private JWKSet unreadable(String why) {
        log.info("Key set not read: registration={} {}", platform.id(), why);
        return new JWKSet();
    }

    @Override
    public void close() {
        // Each call has a connection of its own.
    }
}
