package no.kompetansebro.lti;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.kompetansebro.lti.spi.Launch;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The message claims of a resource link launch (Core sections 5.3 and 5.4) or a deep linking request (Deep Linking 2.0
 * section 4.4), read after the token has been verified.
 */
@Component
class LaunchMessage {

    private static final String RESOURCE_LINK = "LtiResourceLinkRequest";
    private static final String DEEP_LINKING = "LtiDeepLinkingRequest";
    private static final Set<String> OTHER_MESSAGES = Set.of(
            "LtiSubmissionReviewRequest",
            "LtiDataPrivacyLaunchRequest",
            "LtiEulaRequest",
            "LtiReportReviewRequest",
            "LtiAssetProcessorSettingsRequest",
            "LtiContextLaunchRequest",
            "LtiStartProctoring",
            "LtiStartAssessment",
            "LtiEndAssessment");
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,4}");

    private final ToolAddress tool;

    LaunchMessage(ToolAddress tool) {
        this.tool = tool;
    }

    Launch read(Claims claims, Platform platform, LaunchAttempt attempt) {
        String type = type(claims);
        Claims presentation = claims.hints(LtiClaim.LAUNCH_PRESENTATION);
        return new Launch(
                platform.id(),
                platform.registration().issuer(),
                deployment(claims, platform, attempt),
                Subject.of(claims),
                person(claims),
                Roles.of(claims),
                context(claims),
                message(type, claims, platform),
                ServiceClaims.of(claims, platform),
                custom(claims),
                presentation.hint("locale").flatMap(LaunchMessage::locale),
                presentation.hint("return_url").flatMap(platform::ownAddress),
                path(claims, attempt));
    }

    private static String type(Claims claims) {
        require(claims.text(LtiClaim.VERSION).filter("1.3.0"::equals).isPresent(), Refusal.LTI_VERSION);
        String type = claims.text(LtiClaim.MESSAGE_TYPE).orElse("");
        require(!OTHER_MESSAGES.contains(type), Refusal.MESSAGE_TYPE_UNSUPPORTED);
        require(type.equals(RESOURCE_LINK) || type.equals(DEEP_LINKING), Refusal.MESSAGE_TYPE);
        return type;
    }

    private static Launch.Message message(String type, Claims claims, Platform platform) {
        return type.equals(DEEP_LINKING) ? DeepLinkingClaims.of(claims, platform) : resourceLink(claims);
    }

    /** Registered under this registration, and the one that the login spoke of (sections 3.1.3, 4.1.2 and 5.3.3). */
    private static String deployment(Claims claims, Platform platform, LaunchAttempt attempt) {
        String deployment = claims.text(LtiClaim.DEPLOYMENT_ID).orElse("");
        require(!deployment.isBlank(), Refusal.DEPLOYMENT_MISSING);
        require(
                Identifiers.isAsciiId(deployment)
                        && platform.registration().deployments().contains(deployment),
                Refusal.DEPLOYMENT_UNKNOWN);
        require(attempt.deploymentId().filter(d -> !d.equals(deployment)).isEmpty(), Refusal.DEPLOYMENT_MISMATCH);
        return deployment;
    }

    private String path(Claims claims, LaunchAttempt attempt) {
        String target = claims.text(LtiClaim.TARGET_LINK_URI).orElse("");
        require(target.equals(attempt.targetLinkUri()), Refusal.TARGET_LINK_MISMATCH);
        return tool.pathOf(target);
    }

    private static Launch.ResourceLink resourceLink(Claims claims) {
        Claims link = claims.object(LtiClaim.RESOURCE_LINK)
                .orElseThrow(() -> new LaunchRefused(Refusal.RESOURCE_LINK_MISSING));
        String id = link.text("id").orElse("");
        require(Identifiers.isId(id), Refusal.RESOURCE_LINK_MISSING);
        return new Launch.ResourceLink(id, link.hint("title"));
    }

    private static Optional<Launch.Context> context(Claims claims) {
        return claims.object(LtiClaim.CONTEXT).map(context -> {
            String id = context.text("id").orElse("");
            require(Identifiers.isId(id), Refusal.CLAIM_INVALID);
            return new Launch.Context(id, context.hint("label"), context.hint("title"));
        });
    }

    private static Launch.Person person(Claims claims) {
        return new Launch.Person(
                claims.hint("name"),
                claims.hint("given_name"),
                claims.hint("family_name"),
                claims.hint("email"),
                claims.hints(LtiClaim.LIS).hint("person_sourcedid"),
                claims.hints(LtiClaim.EXT).hint("user_username"));
    }

    /** Only texts; a variable that the platform did not know comes back as it was and says nothing (section 5.4.6). */
    private static Map<String, String> custom(Claims claims) {
        Map<String, String> custom = new LinkedHashMap<>();
        claims.hints(LtiClaim.CUSTOM)
                .object()
                .forEachEntry((name, value) -> text(value).ifPresent(text -> custom.put(name, text)));
        return custom;
    }

    private static Optional<String> text(JsonNode value) {
        return value.stringValueOpt().filter(text -> !text.startsWith("$"));
    }

    private static Optional<Locale> locale(String tag) {
        return LANGUAGE_TAG.matcher(tag).matches()
                ? Optional.of(Locale.forLanguageTag(tag.replace('_', '-')))
                : Optional.empty();
    }

    private static void require(boolean condition, Refusal refusal) {
        if (!condition) {
            throw new LaunchRefused(refusal);
        }
    }
}
