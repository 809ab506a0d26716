package no.kompetansebro.training.reminders;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** On which day a look is due: people each working day, leaders once a week. What was missed while nothing ran is caught up. */
record Slots(Settings settings, ZoneId zone) {

    private static final int CAUGHT_UP_DAYS = 4;

    /** Today, if it is a working day and late enough in it. */
    Optional<LocalDate> people(Instant now) {
        LocalDateTime there = there(now);
        return Optional.of(there.toLocalDate()).filter(day -> isOpen(day, there));
    }

    /** The day of the week's letters to leaders: that day, or a working day soon after it. */
    Optional<LocalDate> leaders(Instant now) {
        LocalDateTime there = there(now);
        LocalDate slot = there.toLocalDate().with(TemporalAdjusters.previousOrSame(settings.leadersOn()));
        boolean late = slot.plusDays(CAUGHT_UP_DAYS).isBefore(there.toLocalDate());
        return Optional.of(slot)
                .filter(day -> !late && isAfterStart(day))
                .filter(_ -> isOpen(there.toLocalDate(), there));
    }

    private boolean isOpen(LocalDate day, LocalDateTime there) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && there.getHour() >= settings.hour() && isAfterStart(day);
    }

    /** Switched on in the afternoon, nobody is written to before the next morning. */
    private boolean isAfterStart(LocalDate day) {
        Instant at = day.atTime(settings.hour(), 0).atZone(zone).toInstant();
        return settings.onSince().filter(since -> !since.isAfter(at)).isPresent();
    }

    private LocalDateTime there(Instant now) {
        return now.atZone(zone).toLocalDateTime();
    }
}
