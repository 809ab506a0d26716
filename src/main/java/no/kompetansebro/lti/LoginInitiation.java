package no.kompetansebro.lti;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Third-party initiated login: a platform says that it wants to launch us (Security Framework 1.0 section 5.1.1.1, Core
 * section 4.1). The hints are the platform's own and go back to it unaltered.
 *
 * @param storageTarget the frame that keeps data for us: {@code _parent}, or a frame's name (lti-cs-oidc section 2.1)
 */
record LoginInitiation(
        String issuer,
        Optional<String> clientId,
        String targetLinkUri,
        String loginHint,
        Optional<String> messageHint,
        Optional<String> deploymentId,
        Optional<String> storageTarget) {

    private static final Pattern FRAME = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");

    static LoginInitiation of(Parameters parameters) {
        return new LoginInitiation(
                parameters.required("iss"),
                parameters.nonBlank("client_id"),
                parameters.required("target_link_uri"),
                parameters.required("login_hint"),
                parameters.any("lti_message_hint"),
                parameters.nonBlank("lti_deployment_id").map(LoginInitiation::checkedDeployment),
                parameters.any("lti_storage_target").filter(FRAME.asMatchPredicate()));
    }

    private static String checkedDeployment(String deployment) {
        if (!Identifiers.isAsciiId(deployment)) {
            throw new LaunchRefused(Refusal.PARAMETER_INVALID);
        }
        return deployment;
    }
}
