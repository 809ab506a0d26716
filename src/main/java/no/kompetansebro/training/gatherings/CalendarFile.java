package no.kompetansebro.training.gatherings;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes entries as iCalendar (RFC 5545): moments as UTC, lines folded at 75 octets, texts escaped. */
final class CalendarFile {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int OCTETS = 75;

    private final StringBuilder out = new StringBuilder();
    private final String stamp;

    private CalendarFile(Instant now) {
        this.stamp = MOMENT.format(now);
    }

    /** A calendar of the name with the entries, as they are now. */
    static String of(String name, List<CalendarEntry> entries, Instant now) {
        CalendarFile file = new CalendarFile(now);
        file.line("BEGIN:VCALENDAR");
        file.line("VERSION:2.0");
        file.line("PRODID:-//Kompetansebro//Kompetansebro//NO");
        file.line("CALSCALE:GREGORIAN");
        file.line("METHOD:PUBLISH");
        file.line("X-WR-CALNAME:" + escaped(name));
        entries.forEach(file::entry);
        file.line("END:VCALENDAR");
        return file.out.toString();
    }

    private void entry(CalendarEntry entry) {
        line("BEGIN:VEVENT");
        line("UID:" + escaped(entry.uid()));
        line("DTSTAMP:" + stamp);
        line("SUMMARY:" + escaped(entry.summary()));
        switch (entry) {
            case CalendarEntry.Held held -> held(held);
            case CalendarEntry.OnDay onDay -> onDay(onDay.day());
        }
        line("END:VEVENT");
    }

    private void held(CalendarEntry.Held held) {
        line("DTSTART:" + MOMENT.format(held.from()));
        line("DTEND:" + MOMENT.format(held.until()));
        line("SEQUENCE:" + held.version());
        line("STATUS:" + held.standing());
        held.place().ifPresent(place -> line("LOCATION:" + escaped(place)));
    }

    private void onDay(LocalDate day) {
        line("DTSTART;VALUE=DATE:" + DAY.format(day));
        line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
        line("TRANSP:TRANSPARENT");
    }

    /** A line, folded where it is longer than 75 octets; never inside a character (section 3.1). */
    private void line(String line) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int character = line.codePointAt(at);
            String text = Character.toString(character);
            int size = text.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(text);
            octets += size;
            at += text.length();
        }
        out.append("\r\n");
    }

    /** A text value (section 3.3.11); control characters have no place in it. */
    private static String escaped(String text) {
        return text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }
}
