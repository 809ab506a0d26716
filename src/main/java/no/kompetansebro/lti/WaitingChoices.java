package no.kompetansebro.lti;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.lti.spi.Choices;
import no.kompetansebro.lti.spi.ContentItem;
import no.kompetansebro.lti.spi.Launch;
import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.shared.Jsonb;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps deep linking requests until they are answered. The settings hold the LMS's return address with a token of its
 * own, so they are sealed with the id, of which only the hash is kept: the table alone tells nothing.
 */
@Repository
class WaitingChoices implements Choices {

    /** How long somebody may take to choose. */
    static final Duration LIFETIME = Duration.ofHours(3);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final DeepLinkingResponse response;

    WaitingChoices(JdbcClient jdbc, Clock clock, DeepLinkingResponse response) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.response = response;
    }

    /** Keeps the request, removes some that have expired, and returns the id. */
    String begin(Launch launch, Launch.DeepLinking request, String principal) {
        Secret id = Secret.random();
        jdbc.sql("""
                with expired as (
                    delete from lti_deep_linking where choice_hash in (
                        select choice_hash from lti_deep_linking where expires_at <= :now
                         limit 100 for update skip locked)
                )
                insert into lti_deep_linking (choice_hash, registration_id, deployment_id, principal, settings, expires_at)
                values (:choice, :registration, :deployment, :principal, :settings, :expires)
                """)
                .param("now", now())
                .param("choice", id.hash().bytes())
                .param("registration", launch.registration().value())
                .param("deployment", launch.deployment())
                .param("principal", principal)
                .param("settings", Seal.close(id, json(request).toString()))
                .param("expires", now().plus(LIFETIME))
                .update();
        return id.value();
    }

    @Override
    public Optional<Launch.DeepLinking> find(String id, String principal) {
        return jdbc.sql("""
                select registration_id, deployment_id, settings from lti_deep_linking
                 where choice_hash = :choice and principal = :principal and expires_at > :now
                """)
                .param("choice", Hash.of(id).bytes())
                .param("principal", principal)
                .param("now", now())
                .query((row, _) -> request(Seal.open(new Secret(id), row.getBytes("settings"))))
                .optional();
    }

    @Override
    public Optional<Answer> answer(String id, String principal, List<ContentItem> items) {
        find(id, principal).ifPresent(request -> check(request, items));
        return jdbc.sql("""
                delete from lti_deep_linking
                 where choice_hash = :choice and principal = :principal and expires_at > :now
                returning registration_id, deployment_id, settings
                """)
                .param("choice", Hash.of(id).bytes())
                .param("principal", principal)
                .param("now", now())
                .query((row, _) -> new Taken(
                        new RegistrationId(row.getObject("registration_id", UUID.class)),
                        row.getString("deployment_id"),
                        request(Seal.open(new Secret(id), row.getBytes("settings")))))
                .optional()
                .map(taken -> new Answer(
                        taken.request().returnUrl(),
                        response.of(taken.registration(), taken.deployment(), taken.request(), items)));
    }

    private static void check(Launch.DeepLinking request, List<ContentItem> items) {
        if ((items.size() > 1 && !request.acceptsMultiple()) || (!items.isEmpty() && !request.acceptsLinks())) {
            throw new IllegalArgumentException("The platform does not take so many links");
        }
    }

    private static ObjectNode json(Launch.DeepLinking request) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("returnUrl", request.returnUrl().toString())
                .put("links", request.acceptsLinks())
                .put("multiple", request.acceptsMultiple())
                .put("lineItems", request.acceptsLineItems());
        request.data().ifPresent(data -> json.put("data", data));
        return json;
    }

    private static Launch.DeepLinking request(String text) {
        JsonNode json = Jsonb.parse(text);
        return new Launch.DeepLinking(
                URI.create(json.get("returnUrl").stringValue()),
                json.get("links").booleanValue(),
                json.get("multiple").booleanValue(),
                json.get("lineItems").booleanValue(),
                json.optional("data").map(JsonNode::stringValue));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private record Taken(RegistrationId registration, String deployment, Launch.DeepLinking request) {}
}
