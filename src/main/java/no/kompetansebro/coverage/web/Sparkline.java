package no.kompetansebro.coverage.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import no.kompetansebro.coverage.Figures;

/**
 * A small trend line: 200 wide, 40 high.
 *
 * @param past the points up to today, {@code x,y x,y …}
 * @param future the points from today on
 * @param text the line in words
 */
record Sparkline(String past, String future, String dotX, String dotY, String text) {

    static final int MONTHS_BACK = 12;
    static final int MONTHS_AHEAD = 6;

    private static final double WIDTH = 196;
    private static final double HEIGHT = 36;

    /** The first of the months around the date, and the date itself in their middle. */
    static List<LocalDate> dates(LocalDate date) {
        List<LocalDate> dates = new ArrayList<>();
        for (int month = -MONTHS_BACK; month <= MONTHS_AHEAD; month++) {
            dates.add(date.plusMonths(month));
        }
        return dates;
    }

    static Sparkline of(SequencedMap<LocalDate, Figures> trend, AsOf asOf, Words words) {
        List<LocalDate> dates = List.copyOf(trend.sequencedKeySet());
        List<OptionalDouble> values =
                trend.values().stream().map(Figures::coverage).toList();
        double low =
                Math.max(0, values.stream().mapToDouble(v -> v.orElse(1)).min().orElse(0) - 0.05);
        double high =
                Math.min(1, values.stream().mapToDouble(v -> v.orElse(0)).max().orElse(1) + 0.02);
        List<String> points = new ArrayList<>();
        int now = Math.max(0, dates.indexOf(asOf.date()));
        int known = (int) dates.stream().filter(d -> !d.isAfter(asOf.today())).count();
        for (int i = 0; i < values.size(); i++) {
            points.add(point(i, values.size(), values.get(i), low, high));
        }
        String[] dot = values.isEmpty() || points.get(now).isEmpty()
                ? new String[] {"", ""}
                : points.get(now).split(",", -1);
        return new Sparkline(
                line(points.subList(0, known)),
                line(points.subList(Math.max(0, known - 1), points.size())),
                dot[0],
                dot[1],
                words.text(
                        "coverage.trend.text",
                        words.percent(values.getFirst()),
                        words.percent(values.get(now)),
                        words.percent(values.getLast())));
    }

    private static String line(List<String> points) {
        return String.join(" ", points.stream().filter(p -> !p.isEmpty()).toList());
    }

    private static String point(int i, int n, OptionalDouble value, double low, double high) {
        if (value.isEmpty()) {
            return "";
        }
        double x = 2 + WIDTH * i / (n - 1);
        double y = 2 + HEIGHT * (1 - (value.getAsDouble() - low) / Math.max(0.01, high - low));
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }
}
