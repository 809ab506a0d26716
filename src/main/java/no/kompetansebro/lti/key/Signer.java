package no.kompetansebro.lti.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Signs the tool's messages with its current key: RS256, with {@code kid} (Security Framework 1.0 section 5.4). */
@Component
public class Signer {

    private final ToolKeys keys;
    private final Clock clock;

    Signer(ToolKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The claims as a JWT; times in them are seconds as numbers. */
    public String sign(Map<String, Object> claims) {
        RSAKey key = keys.signing(clock.instant());
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        try {
            JWSObject message = new JWSObject(header, new Payload(claims));
            message.sign(new RSASSASigner(key));
            return message.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The tool's key " + key.getKeyID() + " does not sign", e);
        }
    }
}
