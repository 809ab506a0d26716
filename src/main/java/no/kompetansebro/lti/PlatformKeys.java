package no.kompetansebro.lti;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.outbound.Outbound;
import no.kompetansebro.outbound.Reach;
import org.springframework.stereotype.Component;

/**
 * The platforms' public keys, cached for each registration. A key id that is not there makes the set be read again, at
 * most twice in 30 seconds; while the platform is down, what any instance read last stays good for a day (Security Framework 1.0
 * section 6).
 */
@Component
class PlatformKeys {

    private static final Duration CACHED = Duration.ofMinutes(15);
    private static final Duration WAIT_FOR_ANOTHER_THREAD = Duration.ofSeconds(15);
    private static final Duration BETWEEN_READS = Duration.ofSeconds(30);

    private final Map<Address, Source> sources = new ConcurrentHashMap<>();
    private final Outbound outbound;
    private final LastGoodKeys lastGood;

    PlatformKeys(Outbound outbound, LastGoodKeys lastGood) {
        this.outbound = outbound;
        this.lastGood = lastGood;
    }

    /** The usable key with the id. Refuses when there is none, or when the key set was never readable. */
    RSAKey find(Platform platform, String keyId) {
        Registration registration = platform.registration();
        Source source = sources.computeIfAbsent(
                new Address(platform.id(), registration.jwksUri(), registration.reach()),
                _ -> Source.of(new PlatformKeySet(outbound, lastGood, platform)));
        return source.find(keyId).stream()
                .map(JWK::toRSAKey)
                .findFirst()
                .orElseThrow(() -> new LaunchRefused(Refusal.KID_UNKNOWN));
    }

    private record Address(RegistrationId registration, URI jwksUri, Reach reach) {}

    private record Source(PlatformKeySet set, JWKSource<SecurityContext> cached) {

        static Source of(PlatformKeySet set) {
            return new Source(
                    set,
                    JWKSourceBuilder.<SecurityContext>create(set)
                            .cache(CACHED.toMillis(), WAIT_FOR_ANOTHER_THREAD.toMillis())
                            .refreshAheadCache(false)
                            .rateLimited(BETWEEN_READS.toMillis())
                            .retrying(true)
                            .build());
        }

        List<JWK> find(String keyId) {
            JWKMatcher byId = new JWKMatcher.Builder().keyID(keyId).build();
            try {
                return cached.get(new JWKSelector(byId), null);
            } catch (KeySourceException e) {
                throw new LaunchRefused(set.wasRead() ? Refusal.KID_UNKNOWN : Refusal.PLATFORM_UNREACHABLE);
            }
        }
    }
}
