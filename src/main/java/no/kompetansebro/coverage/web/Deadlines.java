package no.kompetansebro.coverage.web;

import java.time.LocalDate;
import java.util.Optional;
import no.kompetansebro.coverage.Pair;

/** Says when something must be done, or how long it lasts. Ends and deadlines are shown by the last day that is in time. */
final class Deadlines {

    private Deadlines() {}

    /** What is urgent about the pair. {@code since}: the date from which it has had its status, where that is known. */
    static String sentence(Pair pair, Optional<LocalDate> since, Words words) {
        return switch (pair.status()) {
            case DUE -> words.text("coverage.when.due", words.lastDay(pair.deadline()));
            case OVERDUE -> words.text("coverage.when.overdue", words.date(pair.deadline()));
            case EXPIRED ->
                since.map(date -> words.text("coverage.when.expired", words.date(date)))
                        .orElseGet(() -> words.text("coverage.when.expired.long"));
            case EXPIRING, COVERED ->
                pair.heldUntil()
                        .map(until -> words.text("coverage.when.expiring", words.lastDay(until)))
                        .orElseGet(() -> words.text("coverage.when.forever"));
            case EXEMPT -> words.text("coverage.when.exempt");
        };
    }

    /** The last valid day of what is held; "for ever", or a dash where nothing is held. */
    static String validThrough(Pair pair, Words words) {
        if (pair.heldFrom().isEmpty()) {
            return Words.DASH;
        }
        return pair.heldUntil().map(words::lastDay).orElseGet(() -> words.text("coverage.when.forever"));
    }
}
