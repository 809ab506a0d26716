package no.kompetansebro.lti;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Our answer to a login initiation: ask the platform who it is (Security Framework 1.0 section 5.1.1.2). */
record AuthenticationRequest(Platform platform, LoginInitiation login, String redirectUri, Secret state, Secret nonce) {

    /** The registered authorization endpoint, with its own query kept, and each of our parameters once. */
    URI address() {
        URI endpoint = platform.registration().authorizationEndpoint();
        String separator = endpoint.getRawQuery() == null ? "?" : "&";
        return URI.create(endpoint + separator + query());
    }

    private String query() {
        return parameters().entrySet().stream()
                .map(p -> p.getKey() + "=" + encoded(p.getValue()))
                .collect(Collectors.joining("&"));
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("scope", "openid");
        parameters.put("response_type", "id_token");
        parameters.put("response_mode", "form_post");
        parameters.put("prompt", "none");
        parameters.put("client_id", platform.registration().clientId());
        parameters.put("redirect_uri", redirectUri);
        parameters.put("login_hint", login.loginHint());
        login.messageHint().ifPresent(hint -> parameters.put("lti_message_hint", hint));
        parameters.put("state", state.value());
        parameters.put("nonce", nonce.value());
        return parameters;
    }

    /** A space as %20, which every decoder understands; a plus only some. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
