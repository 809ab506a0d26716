package no.kompetansebro.lti.advantage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import no.kompetansebro.lti.key.Signer;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.outbound.Call;

/** Asks for a token with an assertion of our own (Security Framework 1.0 section 4.1, Core section 6.2). */
record TokenRequest(Registration registration, String deployment, SortedSet<String> scopes) {

    /** Moodle takes no assertion that was made a second from now by its clock. */
    private static final int BEFORE_SECONDS = 20;

    private static final int AFTER_SECONDS = 120;

    Call call(Signer signer, Instant now) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        form.put("client_assertion", signer.sign(assertion(now)));
        form.put("scope", String.join(" ", scopes));
        return Call.post(
                registration.tokenEndpoint(), "application/json", "application/x-www-form-urlencoded", encoded(form));
    }

    private Map<String, Object> assertion(Instant now) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", registration.clientId());
        claims.put("sub", registration.clientId());
        claims.put(
                "aud",
                registration.tokenAudience().orElse(registration.tokenEndpoint().toString()));
        claims.put("iat", now.getEpochSecond() - BEFORE_SECONDS);
        claims.put("exp", now.getEpochSecond() + AFTER_SECONDS);
        claims.put("jti", UUID.randomUUID().toString());
        if (!deployment.isBlank()) {
            claims.put("https://purl.imsglobal.org/spec/lti/claim/deployment_id", deployment);
        }
        return claims;
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
