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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checked launches that wait for their browser's proof; consumed by one statement, as attempts are. */
@Repository
class UnconfirmedLaunches {

    static final Duration LIFETIME = Duration.ofMinutes(1);

    private static final Hash NO_NONCE = Hash.of("");

    private final JdbcClient jdbc;
    private final Clock clock;

    UnconfirmedLaunches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps the launch under the id, which alone opens its claims, and removes what has expired. */
    void keep(Secret id, UnconfirmedLaunch launch) {
        jdbc.sql("""
                with expired as (delete from lti_unconfirmed_launch where expires_at <= :now)
                insert into lti_unconfirmed_launch (launch_hash, registration_id, binding_hash, storage_hash,
                                                    target_link_uri, deployment_id, fresh_start, sealed_claims,
                                                    expires_at)
                values (:id, :registration, :binding, :storage, :target, :deployment, :fresh, :claims, :expires)
                """)
                .param("now", now())
                .param("id", id.hash().bytes())
                .param("registration", launch.attempt().registration().value())
                .param("binding", launch.attempt().binding().bytes())
                .param("storage", launch.storage().bytes())
                .param("target", launch.attempt().targetLinkUri())
                .param("deployment", launch.attempt().deploymentId().orElse(null))
                .param("fresh", launch.attempt().freshStart().map(URI::toString).orElse(null))
                .param("claims", Seal.close(id, launch.claims()))
                .param("expires", now().plus(LIFETIME))
                .update();
    }

    /** Takes the launch away; empty when there is none, it has expired or somebody else took it. */
    Optional<UnconfirmedLaunch> consume(Secret id) {
        return jdbc.sql("""
                delete from lti_unconfirmed_launch where launch_hash = :id and expires_at > :now
                returning registration_id, binding_hash, storage_hash, target_link_uri, deployment_id, fresh_start,
                          sealed_claims
                """)
                .param("id", id.hash().bytes())
                .param("now", now())
                .query((row, _) -> new UnconfirmedLaunch(
                        attempt(row),
                        Hash.of(row.getBytes("storage_hash")),
                        Seal.open(id, row.getBytes("sealed_claims"))))
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static LaunchAttempt attempt(ResultSet row) throws SQLException {
        return new LaunchAttempt(
                NO_NONCE,
                Hash.of(row.getBytes("binding_hash")),
                new RegistrationId(row.getObject("registration_id", UUID.class)),
                row.getString("target_link_uri"),
                Optional.ofNullable(row.getString("deployment_id")),
                Optional.empty(),
                Optional.ofNullable(row.getString("fresh_start")).map(URI::create));
    }
}
