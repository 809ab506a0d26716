package no.kompetansebro.lti;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The token is signed by the platform (Security Framework 1.0 section 5.1.3(1) and (6), 5.4): RS256 only, by the key of
 * the registered key set that {@code kid} names. Keys and addresses in the header ({@code jwk}, {@code jku},
 * {@code x5u}, {@code x5c}) are never looked at.
 */
@Component
class SignatureCheck {

    private static final JWSHeader RS256 = new JWSHeader(JWSAlgorithm.RS256);

    /** What would change how the token is to be read; none of it is understood (RFC 7515 section 4.1.11). */
    private static final List<String> NOT_UNDERSTOOD = List.of("crit", "b64", "zip", "enc", "cty");

    private final PlatformKeys keys;

    SignatureCheck(PlatformKeys keys) {
        this.keys = keys;
    }

    void check(IdToken token, Platform platform) {
        Claims header = token.header();
        require(header.text("alg").filter("RS256"::equals).isPresent(), Refusal.ALGORITHM_NOT_ALLOWED);
        require(NOT_UNDERSTOOD.stream().noneMatch(header::has), Refusal.TOKEN_MALFORMED);
        require(header.text("typ").filter(t -> !t.equalsIgnoreCase("JWT")).isEmpty(), Refusal.TOKEN_MALFORMED);
        String keyId = header.text("kid")
                .filter(kid -> !kid.isBlank())
                .orElseThrow(() -> new LaunchRefused(Refusal.KID_MISSING));
        require(isSigned(token, keys.find(platform, keyId)), Refusal.SIGNATURE_INVALID);
    }

    private static boolean isSigned(IdToken token, RSAKey key) {
        try {
            byte[] input = token.signingInput().getBytes(StandardCharsets.US_ASCII);
            return new RSASSAVerifier(key).verify(RS256, input, token.signature());
        } catch (JOSEException e) {
            return false;
        }
    }

    private static void require(boolean condition, Refusal refusal) {
        if (!condition) {
            throw new LaunchRefused(refusal);
        }
    }
}
