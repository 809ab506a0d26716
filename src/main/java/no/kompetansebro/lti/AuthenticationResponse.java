package no.kompetansebro.lti;

import java.util.Optional;

/**
 * What the platform posts to the redirect URI: one state with one id_token, or with an error (Security Framework 1.0
 * section 5.1.1.3 and Authentication Error Response). Nothing of it may be in the address.
 */
record AuthenticationResponse(String state, Optional<String> idToken) {

    static AuthenticationResponse of(Parameters parameters) {
        if (parameters.request().getQueryString() != null) {
            throw new LaunchRefused(Refusal.PARAMETER_INVALID);
        }
        boolean failed = parameters.any("error").isPresent();
        Optional<String> token = parameters.nonBlank("id_token");
        String state = parameters.required("state");
        if (!failed && token.isEmpty()) {
            throw new LaunchRefused(Refusal.PARAMETER_MISSING);
        }
        return new AuthenticationResponse(state, failed ? Optional.empty() : token);
    }
}
