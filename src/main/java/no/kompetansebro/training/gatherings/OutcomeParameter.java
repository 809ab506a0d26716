package no.kompetansebro.training.gatherings;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.kompetansebro.training.gatherings.Outcome.Done;
import no.kompetansebro.training.gatherings.Outcome.Refused;
import no.kompetansebro.training.gatherings.Outcome.Why;

/**
 * An outcome on its way from a form's post to the page after it: {@code ?utfall=pameldt&plass=2&venter=1}.
 *
 * @param key of the message, which takes both counts; empty for none
 */
record OutcomeParameter(String key, int first, int second, boolean good) {

    private static final List<String> DONE =
            List.of("signed", "withdrawn", "registered", "planned", "saved", "called_off");

    static final OutcomeParameter NONE = new OutcomeParameter("", 0, 0, true);

    /** What to add to the address, for something done that is called so. */
    static String query(Outcome outcome, String done) {
        return switch (outcome) {
            case Done(int seated, int waiting) -> "?utfall=" + done + "&a=" + seated + "&b=" + waiting;
            case Refused(Why why) -> "?utfall=" + why.name().toLowerCase(Locale.ROOT);
        };
    }

    /** What an address says; nothing that is not ours. */
    static OutcomeParameter of(String outcome, int first, int second) {
        boolean good = DONE.contains(outcome);
        boolean known = good
                || Stream.of(Why.values())
                        .map(why -> why.name().toLowerCase(Locale.ROOT))
                        .anyMatch(outcome::equals);
        return known
                ? new OutcomeParameter(
                        "training.gatherings.outcome." + outcome, Math.max(0, first), Math.max(0, second), good)
                : NONE;
    }
}
