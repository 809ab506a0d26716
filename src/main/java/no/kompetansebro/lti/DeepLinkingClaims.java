package no.kompetansebro.lti;

import java.net.URI;
import java.util.List;
import no.kompetansebro.lti.spi.Launch;
import tools.jackson.databind.JsonNode;

/** The settings of a deep linking request (Deep Linking 2.0 section 4.4.1). */
final class DeepLinkingClaims {

    private static final String LINK = "ltiResourceLink";

    private DeepLinkingClaims() {}

    static Launch.DeepLinking of(Claims claims, Platform platform) {
        Claims settings = claims.object(LtiClaim.DEEP_LINKING_SETTINGS).orElseThrow(DeepLinkingClaims::missing);
        List<String> types = required(settings, "accept_types");
        required(settings, "accept_presentation_document_targets");
        return new Launch.DeepLinking(
                returnUrl(settings, platform),
                types.contains(LINK),
                flag(settings, "accept_multiple", false),
                flag(settings, "accept_lineitem", true),
                settings.text("data"));
    }

    private static URI returnUrl(Claims settings, Platform platform) {
        String address = settings.text("deep_link_return_url").orElse("");
        if (address.isBlank()) {
            throw missing();
        }
        return platform.ownAddress(address)
                .orElseThrow(() -> new LaunchRefused(Refusal.DEEP_LINKING_RETURN_NOT_THE_PLATFORMS));
    }

    private static List<String> required(Claims settings, String name) {
        List<String> texts = settings.texts(name);
        if (texts.isEmpty()) {
            throw missing();
        }
        return texts;
    }

    private static boolean flag(Claims settings, String name, boolean unsaid) {
        return settings.find(name).flatMap(JsonNode::booleanValueOpt).orElse(unsaid);
    }

    private static LaunchRefused missing() {
        return new LaunchRefused(Refusal.DEEP_LINKING_SETTINGS_MISSING);
    }
}
