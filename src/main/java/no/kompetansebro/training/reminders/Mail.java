package no.kompetansebro.training.reminders;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An e-mail, ready to go.
 *
 * @param letter names it for mail servers, so that the same letter sent once more is recognisable
 * @param fromName the employer
 * @param choices where the addressee chooses what to get
 */
record Mail(
        UUID letter,
        String from,
        String fromName,
        String to,
        Language language,
        String subject,
        String plain,
        String html,
        String choices) {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;:<>()\\[\\]\"\\\\]+@[^\\s@,;:<>()\\[\\]\"\\\\]+");
    private static final Pattern UNSPEAKABLE =
            Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");
    private static final int LONGEST_ADDRESS = 254;

    Mail {
        if (!isAddress(from) || !isAddress(to)) {
            throw new IllegalArgumentException("not an address");
        }
        fromName = oneLine(fromName);
        subject = oneLine(subject);
    }

    /** Whether it is one plain address: no name, no list, nothing that could begin another header. */
    static boolean isAddress(String text) {
        return text.length() <= LONGEST_ADDRESS && ADDRESS.matcher(text).matches();
    }

    /** The text on one line, without characters that steer anything. */
    static String oneLine(String text) {
        return UNSPEAKABLE.matcher(text).replaceAll(" ").strip();
    }
}
