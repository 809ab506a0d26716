package no.kompetansebro.training.gatherings;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import no.kompetansebro.learning.Gathering;
import org.springframework.util.MultiValueMap;

/**
 * A gathering as text, as it stands in the page's form.
 *
 * @param days at least {@link #ROWS}, the last ones blank where there are fewer
 * @param responsible an employee number
 */
record GatheringForm(
        int version,
        String item,
        List<Row> days,
        String place,
        String online,
        String capacity,
        String hours,
        String signUpUntil,
        String responsible) {

    static final int ROWS = 4;
    private static final int MOST_ROWS = 12;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** A day and its times. */
    record Row(String date, String from, String until) {

        static final Row BLANK = new Row("", "", "");

        boolean isBlank() {
            return (date + from + until).isBlank();
        }
    }

    GatheringForm {
        List<Row> rows = new ArrayList<>(days);
        rows.addAll(Collections.nCopies(Math.max(0, ROWS - rows.size()), Row.BLANK));
        days = List.copyOf(rows);
    }

    static GatheringForm blank() {
        return new GatheringForm(0, "", List.of(), "", "", "", "", "", "");
    }

    static GatheringForm of(MultiValueMap<String, String> fields) {
        Map<String, String> one = fields.toSingleValueMap();
        return new GatheringForm(
                version(one.getOrDefault("versjon", "")),
                one.getOrDefault("element", ""),
                rows(fields),
                one.getOrDefault("sted", "").strip(),
                one.getOrDefault("adresse", "").strip(),
                one.getOrDefault("plasser", "").strip(),
                one.getOrDefault("timer", "").strip(),
                one.getOrDefault("frist", "").strip(),
                one.getOrDefault("ansvarlig", "").strip());
    }

    private static int version(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static List<Row> rows(MultiValueMap<String, String> fields) {
        List<String> dates = fields.getOrDefault("dato", List.of());
        List<String> from = fields.getOrDefault("fra", List.of());
        List<String> until = fields.getOrDefault("til", List.of());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_ROWS, dates.size()); i++) {
            Row row = new Row(at(dates, i), at(from, i), at(until, i));
            if (!row.isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static String at(List<String> values, int index) {
        return index < values.size() ? values.get(index).strip() : "";
    }

    static GatheringForm of(Gathering gathering, ZoneId zone, String responsible) {
        List<Row> rows = new ArrayList<>();
        gathering.days().forEach(day -> rows.add(row(day, zone)));
        rows.add(Row.BLANK);
        return new GatheringForm(
                gathering.version(),
                gathering.item().value(),
                rows,
                gathering.place().orElse(""),
                gathering.online().map(Object::toString).orElse(""),
                gathering.capacity().map(Object::toString).orElse(""),
                gathering
                        .hours()
                        .map(hours -> hours.stripTrailingZeros().toPlainString())
                        .orElse(""),
                gathering.signUpUntil().map(Object::toString).orElse(""),
                responsible);
    }

    private static Row row(Gathering.Day day, ZoneId zone) {
        ZonedDateTime from = day.from().atZone(zone);
        return new Row(from.toLocalDate().toString(), time(day.from(), zone), time(day.until(), zone));
    }

    private static String time(Instant moment, ZoneId zone) {
        return TIME.format(LocalTime.from(moment.atZone(zone)));
    }
}
