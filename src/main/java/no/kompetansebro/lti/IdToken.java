package no.kompetansebro.lti;

import com.nimbusds.jose.util.Base64URL;
import java.util.regex.Pattern;

/**
 * An id_token as it came: three parts of base64url without padding (RFC 7515 section 7.1), nothing of it trusted. Its
 * length is bounded before anything is decoded.
 */
record IdToken(Claims header, Claims claims, String signingInput, Base64URL signature) {

    private static final int LONGEST = 128 * 1024;
    private static final int LONGEST_HEADER = 8 * 1024;
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_-]+");

    static IdToken parse(String text) {
        require(text.length() <= LONGEST);
        String[] parts = text.split("\\.", -1);
        require(parts.length == 3 && parts[0].length() <= LONGEST_HEADER);
        for (String part : parts) {
            require(PART.matcher(part).matches() && isCanonical(part));
        }
        return new IdToken(claims(parts[0]), claims(parts[1]), parts[0] + "." + parts[1], new Base64URL(parts[2]));
    }

    /** One text for the same bytes: the last character has no bits to spare. */
    private static boolean isCanonical(String part) {
        return Base64URL.encode(new Base64URL(part).decode()).toString().equals(part);
    }

    private static Claims claims(String part) {
        return new Claims(StrictJson.object(new Base64URL(part).decode()));
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new LaunchRefused(Refusal.TOKEN_MALFORMED);
        }
    }
}
