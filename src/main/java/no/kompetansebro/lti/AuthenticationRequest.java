package no.kompetansebro.lti;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Our answer to a login initiation: ask the platform who it is (Security Framework 1.0 section 5.1.1.2). */
record AuthenticationRequest(Platform platform, LoginInitiation login, String redirectUri, Secret state, Secret nonce) {

    /** The registered authorization endpoint, with its own query kept, and each of our parameters once. */
    URI address() {
        URI endpoint = platform.registration().authorizationEndpoint();
        String separator = endpoint.getRawQuery() == null ? "?" : "&";
        return URI.create(endpoint + separator + Query.of(parameters()));
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
}
