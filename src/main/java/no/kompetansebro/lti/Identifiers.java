package no.kompetansebro.lti;

/** The shapes of the protocol's identifiers. */
final class Identifiers {

    private static final int LONGEST = 255;

    private Identifiers() {}

    /** Non-blank, at most 255 characters, ASCII: a subject or a deployment (Core sections 5.3.3 and 5.3.6). */
    static boolean isAsciiId(String id) {
        return isId(id) && id.chars().allMatch(c -> c < 128);
    }

    /** Non-blank, at most 255 characters: a resource link or a context (Core sections 5.3.5 and 5.4.1). */
    static boolean isId(String id) {
        return !id.isBlank() && id.length() <= LONGEST;
    }
}
