package no.kompetansebro.lms;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import no.kompetansebro.lms.IntakeDecisions.CourseId;

/** A course as one value of a form. */
final class CourseToken {

    private CourseToken() {}

    static String of(String issuer, String key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((issuer + "\n" + key).getBytes(StandardCharsets.UTF_8));
    }

    static Optional<CourseId> read(String token) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("\n", 2);
            return parts.length == 2 && parts[0].indexOf(0) < 0 && parts[1].indexOf(0) < 0
                    ? Optional.of(new CourseId(parts[0], parts[1]))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
