package no.kompetansebro.lti;

import no.kompetansebro.lti.spi.Launch;
import org.springframework.stereotype.Component;

/** From an id_token to a launch: signature first, then whom and when it is for, then what it says. */
@Component
class LaunchVerification {

    private final SignatureCheck signature;
    private final SecurityClaims security;
    private final ResourceLinkRequest message;

    LaunchVerification(SignatureCheck signature, SecurityClaims security, ResourceLinkRequest message) {
        this.signature = signature;
        this.security = security;
        this.message = message;
    }

    Launch verify(String idToken, Platform platform, LaunchAttempt attempt) {
        IdToken token = IdToken.parse(idToken);
        signature.check(token, platform);
        RequiredClaims.check(token.claims());
        security.check(token.claims(), platform, attempt);
        return message.read(token.claims(), platform, attempt);
    }
}
