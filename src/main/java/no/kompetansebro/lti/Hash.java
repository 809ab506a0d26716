package no.kompetansebro.lti;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a secret: all that is kept of it. */
public record Hash(String hex) {

    /** Of a secret. */
    public static Hash of(String secret) {
        return of(sha256(secret));
    }

    static Hash of(byte[] digest) {
        return new Hash(HexFormat.of().formatHex(digest));
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** Whether it is the hash of the secret; takes as long for a near miss as for any other. */
    boolean matches(String secret) {
        return MessageDigest.isEqual(bytes(), sha256(secret));
    }

    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
