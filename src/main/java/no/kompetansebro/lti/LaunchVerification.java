package no.kompetansebro.lti;

import no.kompetansebro.lti.spi.Launch;
import org.springframework.stereotype.Component;

/** From an id_token to a launch: signature first, then whom and when it is for, then what it says. */
@Component
class LaunchVerification {

    private final SignatureCheck signature;
    private final SecurityClaims security;
    private final LaunchMessage message;

    LaunchVerification(SignatureCheck signature, SecurityClaims security, LaunchMessage message) {
        this.signature = signature;
        this.security = security;
        this.message = message;
    }

    /** The claims of a token that is from the platform, for us, now, and for the attempt. */
    Claims verify(String idToken, Platform platform, LaunchAttempt attempt) {
        IdToken token = IdToken.parse(idToken);
        signature.check(token, platform);
        RequiredClaims.check(token.claims());
        security.check(token.claims(), platform, attempt);
        return token.claims();
    }

    /** What verified claims say. */
    Launch read(Claims claims, Platform platform, LaunchAttempt attempt) {
        return message.read(claims, platform, attempt);
    }
}
