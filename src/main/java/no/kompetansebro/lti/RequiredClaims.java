package no.kompetansebro.lti;

import java.util.List;

/** What every launch has to say (Security Framework 1.0 section 5.1.2, Core section 5.3). */
final class RequiredClaims {

    private static final List<String> NAMES = List.of(
            "iss",
            "aud",
            "exp",
            "iat",
            "nonce",
            LtiClaim.VERSION,
            LtiClaim.MESSAGE_TYPE,
            LtiClaim.DEPLOYMENT_ID,
            LtiClaim.TARGET_LINK_URI,
            LtiClaim.ROLES);

    private RequiredClaims() {}

    /** Refuses a token that is no launch at all. One missing claim is left to the rule about it, which names it. */
    static void check(Claims claims) {
        if (NAMES.stream().filter(name -> !claims.has(name)).count() > 1) {
            throw new LaunchRefused(Refusal.CLAIMS_MISSING);
        }
    }
}
