package no.kompetansebro.lti;

import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.lti.spi.Registrations;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The registered platforms. Issuer and client id are compared as they are, without any normalisation. */
@Repository
class Platforms implements Registrations {

    private static final String SELECT = """
            select registration_id, issuer, client_id, deployments, authorization_endpoint, token_endpoint, jwks_uri,
                   token_audience, origins, private_addresses
              from lti_registration
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Platforms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The platform that a login speaks for: the one of issuer and client id, or the only one of the issuer where the
     * login names no client id (Core section 4.1.3).
     */
    Platform of(LoginInitiation login) {
        List<Platform> found = jdbc.sql(SELECT + """
                 where switched_on and issuer = :issuer and (cast(:client as text) is null or client_id = :client)
                """)
                .param("issuer", login.issuer())
                .param("client", login.clientId().orElse(null))
                .query((row, _) -> platform(row))
                .list();
        if (found.size() > 1) {
            throw new LaunchRefused(Refusal.REGISTRATION_AMBIGUOUS);
        }
        return found.stream().findFirst().orElseThrow(() -> new LaunchRefused(Refusal.REGISTRATION_UNKNOWN));
    }

    Optional<Platform> find(RegistrationId id) {
        return jdbc.sql(SELECT + " where switched_on and registration_id = :id")
                .param("id", id.value())
                .query((row, _) -> platform(row))
                .optional();
    }

    @Override
    public Optional<Registration> registered(RegistrationId id) {
        return find(id).map(Platform::registration);
    }

    @Override
    public Optional<Registration> known(RegistrationId id) {
        return jdbc.sql(SELECT + " where registration_id = :id")
                .param("id", id.value())
                .query((row, _) -> platform(row).registration())
                .optional();
    }

    @Override
    public Optional<RegistrationId> find(String issuer, String clientId) {
        return jdbc.sql("select registration_id from lti_registration where issuer = :issuer and client_id = :client")
                .param("issuer", issuer)
                .param("client", clientId)
                .query(UUID.class)
                .optional()
                .map(RegistrationId::new);
    }

    @Override
    public boolean isOn(RegistrationId id) {
        return find(id).isPresent();
    }

    @Override
    public void switchTo(RegistrationId id, boolean on) {
        jdbc.sql("update lti_registration set switched_on = :on where registration_id = :id")
                .param("on", on)
                .param("id", id.value())
                .update();
    }

    @Override
    public RegistrationId put(Registration registration) {
        UUID id = jdbc.sql("""
                insert into lti_registration (registration_id, issuer, client_id, deployments, authorization_endpoint,
                                              token_endpoint, jwks_uri, token_audience, origins, private_addresses)
                values (:id, :issuer, :client, :deployments, :authorization, :token, :jwks, :audience, :origins, :private)
                on conflict (issuer, client_id) do update
                   set deployments = excluded.deployments, authorization_endpoint = excluded.authorization_endpoint,
                       token_endpoint = excluded.token_endpoint, jwks_uri = excluded.jwks_uri,
                       token_audience = excluded.token_audience, origins = excluded.origins,
                       private_addresses = excluded.private_addresses
                returning registration_id
                """)
                .param("id", TimeOrderedId.next(clock.instant()))
                .param("issuer", registration.issuer())
                .param("client", registration.clientId())
                .param("deployments", registration.deployments().toArray(String[]::new))
                .param("authorization", registration.authorizationEndpoint().toString())
                .param("token", registration.tokenEndpoint().toString())
                .param("jwks", registration.jwksUri().toString())
                .param("audience", registration.tokenAudience().orElse(null), Types.VARCHAR)
                .param("origins", registration.origins().toArray(String[]::new))
                .param("private", registration.privateAddresses())
                .query(UUID.class)
                .single();
        return new RegistrationId(id);
    }

    private static Platform platform(ResultSet row) throws SQLException {
        return new Platform(
                new RegistrationId(row.getObject("registration_id", UUID.class)),
                new Registration(
                        row.getString("issuer"),
                        row.getString("client_id"),
                        texts(row.getArray("deployments")),
                        URI.create(row.getString("authorization_endpoint")),
                        URI.create(row.getString("token_endpoint")),
                        URI.create(row.getString("jwks_uri")),
                        Optional.ofNullable(row.getString("token_audience")),
                        texts(row.getArray("origins")),
                        row.getBoolean("private_addresses")));
    }

    private static Set<String> texts(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }
}
