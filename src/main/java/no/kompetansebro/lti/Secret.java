package no.kompetansebro.lti;

import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits in url-safe characters, without padding: a state, a nonce or what binds a browser. */
public record Secret(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    public static Secret random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What may be kept of it. */
    public Hash hash() {
        return Hash.of(value);
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
