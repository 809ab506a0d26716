package no.kompetansebro.lti;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.lti.spi.RegistrationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The logins that have begun. Each is consumed by one statement, so that it succeeds once, on whichever instance
 * (Security Framework 1.0 sections 5.1.1.4 and 5.1.3(9)). Only hashes are kept.
 */
@Repository
class LaunchAttempts {

    /** How long a login may take; has nothing to do with how long a token lives. */
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    LaunchAttempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps the attempt, and removes some that have expired, so that a flood of logins does not stay. */
    void begin(Secret state, LaunchAttempt attempt) {
        jdbc.sql("""
                with expired as (
                    delete from lti_launch_attempt where state_hash in (
                        select state_hash from lti_launch_attempt where expires_at <= :now
                         limit 100 for update skip locked)
                )
                insert into lti_launch_attempt (state_hash, nonce_hash, binding_hash, registration_id, target_link_uri,
                                                deployment_id, storage_target, storage_hash, fresh_start,
                                                expires_at)
                values (:state, :nonce, :binding, :registration, :target, :deployment, :frame, :storage, :fresh,
                        :expires)
                """)
                .param("now", now())
                .param("state", state.hash().bytes())
                .param("nonce", attempt.nonce().bytes())
                .param("binding", attempt.binding().bytes())
                .param("registration", attempt.registration().value())
                .param("target", attempt.targetLinkUri())
                .param("deployment", attempt.deploymentId().orElse(null))
                .param("frame", attempt.storage().map(PlatformStorage::target).orElse(null))
                .param("storage", attempt.storage().map(s -> s.value().bytes()).orElse(null))
                .param("fresh", attempt.freshStart().map(URI::toString).orElse(null))
                .param("expires", now().plus(LIFETIME))
                .update();
    }

    /** Takes the attempt of the state away; empty when there is none, it has expired or somebody else took it. */
    Optional<LaunchAttempt> consume(String state) {
        return jdbc.sql("""
                delete from lti_launch_attempt where state_hash = :state and expires_at > :now
                returning nonce_hash, binding_hash, registration_id, target_link_uri, deployment_id, storage_target,
                          storage_hash, fresh_start
                """)
                .param("state", Hash.of(state).bytes())
                .param("now", now())
                .query((row, _) -> attempt(row))
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static LaunchAttempt attempt(ResultSet row) throws SQLException {
        return new LaunchAttempt(
                Hash.of(row.getBytes("nonce_hash")),
                Hash.of(row.getBytes("binding_hash")),
                new RegistrationId(row.getObject("registration_id", UUID.class)),
                row.getString("target_link_uri"),
                Optional.ofNullable(row.getString("deployment_id")),
                storage(row.getString("storage_target"), row.getBytes("storage_hash")),
                Optional.ofNullable(row.getString("fresh_start")).map(URI::create));
    }

    private static Optional<PlatformStorage> storage(@Nullable String target, byte @Nullable [] hash) {
        return target == null || hash == null
                ? Optional.empty()
                : Optional.of(new PlatformStorage(target, Hash.of(hash)));
    }
}
