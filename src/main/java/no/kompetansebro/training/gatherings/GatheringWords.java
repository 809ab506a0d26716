package no.kompetansebro.training.gatherings;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.Gathering;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.SignUps.Counts;

/** Says what a gathering is, when, where, and how much room there is. */
final class GatheringWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Map<ItemCode, Item> items;
    private final ZoneId zone;
    private final Words words;

    GatheringWords(Map<ItemCode, Item> items, ZoneId zone, Words words) {
        this.items = items;
        this.zone = zone;
        this.words = words;
    }

    String name(ItemCode code) {
        Item item = items.get(code);
        return item == null ? code.value() : words.name(item.name());
    }

    String name(Gathering gathering) {
        return name(gathering.item());
    }

    /** Each day with its times. */
    List<String> days(Gathering gathering) {
        return gathering.days().stream().map(this::day).toList();
    }

    private String day(Gathering.Day day) {
        ZonedDateTime from = day.from().atZone(zone);
        ZonedDateTime until = day.until().atZone(zone);
        return from.toLocalDate().equals(until.toLocalDate())
                ? words.text(
                        "training.gatherings.day",
                        words.date(from.toLocalDate()),
                        TIME.format(from),
                        TIME.format(until))
                : words.text("training.gatherings.days", moment(day.from()), moment(day.until()));
    }

    /** The first day, and how many there are. */
    String first(Gathering gathering) {
        String first = day(gathering.days().getFirst());
        int more = gathering.days().size() - 1;
        return more == 0 ? first : words.text("training.gatherings.day.more", first, more);
    }

    /** Date and time. */
    String moment(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        return words.text("training.gatherings.moment", words.date(local.toLocalDate()), TIME.format(local));
    }

    String place(Gathering gathering) {
        return gathering.place().orElseGet(() -> words.text("training.gatherings.online"));
    }

    /** How many seats are free, and how many wait. */
    String seats(Gathering gathering, Counts counts) {
        if (gathering.capacity().isEmpty()) {
            return words.text("training.gatherings.seats.any", counts.seated());
        }
        int free = free(gathering, counts);
        return free > 0
                ? words.text(
                        "training.gatherings.seats.free",
                        free,
                        gathering.capacity().get())
                : words.text("training.gatherings.seats.full", counts.waiting());
    }

    /** The free seats; many where it has any number. */
    static int free(Gathering gathering, Counts counts) {
        return Math.max(0, gathering.capacity().orElse(Integer.MAX_VALUE) - counts.seated());
    }

    String deadline(Gathering gathering) {
        return gathering.signUpUntil().map(words::date).orElse(Words.DASH);
    }
}
