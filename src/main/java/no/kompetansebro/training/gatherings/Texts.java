package no.kompetansebro.training.gatherings;

/** What people write in fields. */
final class Texts {

    private Texts() {}

    /** Without blanks around it, and no longer than that. */
    static String bounded(String text, int most) {
        String stripped = text.strip();
        return stripped.substring(0, Math.min(most, stripped.length()));
    }
}
