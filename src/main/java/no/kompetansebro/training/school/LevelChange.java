package no.kompetansebro.training.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import no.kompetansebro.organisation.Employment;

/**
 * Somebody went from one leader level to another without a day between: one line in the leader's history. It follows from the
 * employments and is stored nowhere else; what was done before is kept, because results belong to the person.
 */
record LevelChange(LocalDate on, String from, String to) {

    /** Those up to the date, in order. */
    static List<LevelChange> of(List<Employment> employments, LocalDate upTo) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        employments.forEach(each -> dates.add(each.dates().from()));
        employments.forEach(each -> dates.add(each.dates().until()));
        List<LevelChange> changes = new ArrayList<>();
        for (LocalDate date : dates.headSet(upTo, true)) {
            Optional<String> before = level(employments, date.minusDays(1));
            Optional<String> after = level(employments, date);
            if (before.isPresent() && after.isPresent() && !before.equals(after)) {
                changes.add(new LevelChange(date, before.get(), after.get()));
            }
        }
        return changes;
    }

    private static Optional<String> level(List<Employment> employments, LocalDate date) {
        return employments.stream()
                .filter(each -> each.dates().contains(date))
                .flatMap(each -> each.leaderLevel().stream())
                .min(String::compareTo);
    }
}
