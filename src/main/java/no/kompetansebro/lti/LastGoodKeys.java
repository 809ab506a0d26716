package no.kompetansebro.lti;

import com.nimbusds.jose.jwk.JWKSet;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The last good key set of each platform, for every instance, also one that starts while the platform is down. */
@Repository
class LastGoodKeys {

    static final Duration GOOD_WITHOUT_PLATFORM = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Clock clock;

    LastGoodKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void keep(Platform platform, JWKSet usable) {
        jdbc.sql("""
                insert into lti_platform_key_set (registration_id, jwks_uri, keys, read_at)
                values (:registration, :uri, cast(:keys as jsonb), :now)
                on conflict (registration_id) do update
                   set jwks_uri = excluded.jwks_uri, keys = excluded.keys, read_at = excluded.read_at
                """)
                .param("registration", platform.id().value())
                .param("uri", platform.registration().jwksUri().toString())
                .param("keys", usable.toString(true))
                .param("now", utc(clock.instant()))
                .update();
    }

    /** Of the address that the platform has now, and not older than a day. */
    Optional<JWKSet> find(Platform platform) {
        return jdbc.sql("""
                select cast(keys as text) from lti_platform_key_set
                 where registration_id = :registration and jwks_uri = :uri and read_at > :oldest
                """)
                .param("registration", platform.id().value())
                .param("uri", platform.registration().jwksUri().toString())
                .param("oldest", utc(clock.instant().minus(GOOD_WITHOUT_PLATFORM)))
                .query(String.class)
                .optional()
                .map(keys -> UsableKeys.of(keys.getBytes(StandardCharsets.UTF_8)));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
