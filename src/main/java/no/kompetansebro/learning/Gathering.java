package no.kompetansebro.learning;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;

/**
 * A gathering (samling): an item at dates and a place, in a room, online or both.
 *
 * @param days from when to when, in order; no two at the same time
 * @param online where it is held online: https
 * @param capacity the number of seats; empty: as many as come
 * @param hours in place of the item's nominal hours
 * @param signUpUntil the last day, at the employer, on which people sign up
 * @param cancelled why it is not held after all
 * @param version counts what people decided about it; two who change the same one do not overwrite each other
 */
public record Gathering(
        GatheringId id,
        ItemCode item,
        List<Day> days,
        Optional<String> place,
        Optional<URI> online,
        Optional<Integer> capacity,
        Optional<BigDecimal> hours,
        Optional<LocalDate> signUpUntil,
        Optional<EmployeeId> responsible,
        Optional<String> cancelled,
        int version) {

    /** From when to when. */
    public record Day(Instant from, Instant until) {

        public Day {
            if (!until.isAfter(from)) {
                throw new IllegalArgumentException("a day must end after it starts");
            }
        }
    }

    public Gathering {
        days = days.stream().sorted(Comparator.comparing(Day::from)).toList();
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a gathering has at least one day");
        }
        for (int i = 1; i < days.size(); i++) {
            if (days.get(i).from().isBefore(days.get(i - 1).until())) {
                throw new IllegalArgumentException("days must not overlap");
            }
        }
        if (place.isEmpty() && online.isEmpty()) {
            throw new IllegalArgumentException("a gathering has a place or an online address");
        }
    }

    /** When it begins. */
    public Instant starts() {
        return days.getFirst().from();
    }

    /** When it is over. */
    public Instant ends() {
        return days.getLast().until();
    }

    /** The date of its last day in the zone: on it attendance is achieved. */
    public LocalDate lastDay(ZoneId zone) {
        return days.getLast().from().atZone(zone).toLocalDate();
    }

    /** Whether it has begun. */
    public boolean hasBegun(Instant now) {
        return !starts().isAfter(now);
    }

    /** Whether signing up is over on the date: its last day for it has passed. */
    public boolean isClosed(LocalDate today) {
        return signUpUntil.filter(last -> last.isBefore(today)).isPresent();
    }
}
