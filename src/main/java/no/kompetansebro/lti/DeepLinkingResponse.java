package no.kompetansebro.lti;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.kompetansebro.lti.key.Signer;
import no.kompetansebro.lti.spi.ContentItem;
import no.kompetansebro.lti.spi.Launch;
import no.kompetansebro.lti.spi.RegistrationId;
import org.springframework.stereotype.Component;

/** Our signed answer to a deep linking request (Deep Linking 2.0 section 4.5); every item leads to the one launch address. */
@Component
class DeepLinkingResponse {

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    /** A platform whose clock is behind takes no token from its future. */
    private static final Duration BEHIND = Duration.ofSeconds(5);

    private final Platforms platforms;
    private final ToolAddress tool;
    private final Signer signer;
    private final Clock clock;

    DeepLinkingResponse(Platforms platforms, ToolAddress tool, Signer signer, Clock clock) {
        this.platforms = platforms;
        this.tool = tool;
        this.signer = signer;
        this.clock = clock;
    }

    String of(RegistrationId registration, String deployment, Launch.DeepLinking request, List<ContentItem> items) {
        Platform platform = platforms.find(registration).orElseThrow();
        Instant now = clock.instant();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", platform.registration().clientId());
        claims.put("aud", List.of(platform.registration().issuer()));
        claims.put("iat", now.minus(BEHIND).getEpochSecond());
        claims.put("exp", now.plus(LIFETIME).getEpochSecond());
        claims.put("nonce", Secret.random().value());
        claims.put(LtiClaim.MESSAGE_TYPE, "LtiDeepLinkingResponse");
        claims.put(LtiClaim.VERSION, "1.3.0");
        claims.put(LtiClaim.DEPLOYMENT_ID, deployment);
        claims.put(
                LtiClaim.CONTENT_ITEMS,
                items.stream().map(item -> item(item, request)).toList());
        request.data().ifPresent(data -> claims.put(LtiClaim.DATA, data));
        return signer.sign(claims);
    }

    private Map<String, Object> item(ContentItem item, Launch.DeepLinking request) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "ltiResourceLink");
        json.put("title", item.title());
        json.put("text", item.text());
        json.put("url", tool.launchUri());
        json.put("custom", item.custom());
        item.lineItem()
                .filter(_ -> request.acceptsLineItems())
                .ifPresent(lineItem -> json.put("lineItem", lineItem(item, lineItem)));
        return json;
    }

    private static Map<String, Object> lineItem(ContentItem item, ContentItem.LineItem lineItem) {
        return Map.of(
                "label", item.title(),
                "scoreMaximum", lineItem.scoreMaximum(),
                "resourceId", lineItem.resourceId(),
                "tag", lineItem.tag());
    }
}
