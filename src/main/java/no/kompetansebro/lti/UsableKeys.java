package no.kompetansebro.lti;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The keys of a platform's set that may verify a launch: public RSA keys of 2048 to 8192 bits for signatures, with an
 * id that no other of them has. The rest of the set, broken or not, does no harm.
 */
final class UsableKeys {

    private static final int SMALLEST = 2048;
    private static final int LARGEST = 8192;

    private UsableKeys() {}

    static JWKSet of(byte[] json) {
        return new JWKSet(all(json).stream().collect(Collectors.groupingBy(JWK::getKeyID)).values().stream()
                .filter(sameId -> sameId.size() == 1)
                .<JWK>map(List::getFirst)
                .toList());
    }

    private static List<RSAKey> all(byte[] json) {
        return keys(json).stream()
                .flatMap(JsonNode::valueStream)
                .flatMap(node -> node.asObjectOpt().stream())
                .flatMap(node -> parsed(node).stream())
                .filter(UsableKeys::isUsable)
                .distinct()
                .toList();
    }

    private static Optional<JsonNode> keys(byte[] json) {
        try {
            return new Claims(StrictJson.object(json)).find("keys");
        } catch (LaunchRefused e) {
            return Optional.empty();
        }
    }

    private static Optional<RSAKey> parsed(ObjectNode node) {
        try {
            return JWK.parse(node.toString()) instanceof RSAKey rsa ? Optional.of(rsa) : Optional.empty();
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static boolean isUsable(RSAKey key) {
        int bits = key.getModulus().decodeToBigInteger().bitLength();
        return key.getKeyID() != null
                && !key.isPrivate()
                && bits >= SMALLEST
                && bits <= LARGEST
                && (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(JWSAlgorithm.RS256))
                && (key.getKeyOperations() == null || key.getKeyOperations().contains(KeyOperation.VERIFY));
    }
}
