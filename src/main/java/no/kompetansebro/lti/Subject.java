package no.kompetansebro.lti;

import java.util.List;
import java.util.Optional;

/** Who is launched (Core sections 5.3.6 and 5.3.6.1). */
final class Subject {

    private static final List<String> IDENTITY = List.of("name", "given_name", "family_name", "middle_name", "email");

    private Subject() {}

    /** The subject; empty where the launch is anonymous, which it is only without any identity claim. */
    static Optional<String> of(Claims claims) {
        Optional<String> subject = claims.text("sub");
        if (subject.isEmpty() && IDENTITY.stream().anyMatch(claims::has)) {
            throw new LaunchRefused(Refusal.SUB_MISSING);
        }
        if (subject.filter(String::isBlank).isPresent()) {
            throw new LaunchRefused(Refusal.SUB_BLANK);
        }
        if (subject.filter(s -> !Identifiers.isAsciiId(s)).isPresent()) {
            throw new LaunchRefused(Refusal.CLAIM_INVALID);
        }
        return subject;
    }
}
