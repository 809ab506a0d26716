package no.kompetansebro.training.reminders;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How an employer reminds.
 *
 * @param onSince empty: not at all
 * @param hour of the day at the employer from which letters go out, 0 to 23
 * @param leadersOn the day on which leaders get theirs
 * @param daysAhead days before a last day on which to remind, 0 to 365, most first
 * @param pauseDays days between two reminders by leaders of one requirement, 1 to 365
 * @param sender the address that letters come from
 * @param language of those whose own is not known
 */
record Settings(
        Optional<Instant> onSince,
        int hour,
        DayOfWeek leadersOn,
        List<Integer> daysAhead,
        int pauseDays,
        String sender,
        Language language) {

    /** Until somebody says otherwise. */
    static final Settings OFF =
            new Settings(Optional.empty(), 8, DayOfWeek.MONDAY, List.of(30, 7, 0), 7, "", Language.NB);

    Settings {
        daysAhead =
                daysAhead.stream().distinct().sorted(Comparator.reverseOrder()).toList();
    }

    boolean isOn() {
        return onSince.isPresent();
    }

    /** The step that so many days before a last day are in: the fewest days ahead that are not fewer than these. */
    Optional<Integer> step(long daysLeft) {
        return daysAhead.stream().filter(days -> days >= daysLeft).min(Comparator.naturalOrder());
    }
}
