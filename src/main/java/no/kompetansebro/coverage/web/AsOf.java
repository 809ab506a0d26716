package no.kompetansebro.coverage.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** The date that a page shows, {@code ?per=2026-04-30} in its address; today where it has none. */
public record AsOf(LocalDate date, LocalDate today) {

    static final String PARAMETER = "per";

    private static final List<Integer> TERTIAL_ENDS = List.of(4, 8, 12);
    private static final int MONTHS_AHEAD = 6;

    public boolean isToday() {
        return date.equals(today);
    }

    public boolean isPast() {
        return date.isBefore(today);
    }

    public boolean isFuture() {
        return date.isAfter(today);
    }

    /** The last day of the tertial that contains today. */
    LocalDate endOfTertial() {
        int month = TERTIAL_ENDS.stream()
                .filter(end -> end >= today.getMonthValue())
                .findFirst()
                .orElseThrow();
        return lastDay(today.withDayOfMonth(1).withMonth(month));
    }

    /** The last day of the tertial before. */
    LocalDate endOfLastTertial() {
        return lastDay(endOfTertial().withDayOfMonth(1).minusMonths(4));
    }

    LocalDate halfAYearAhead() {
        return today.plusMonths(MONTHS_AHEAD);
    }

    private static LocalDate lastDay(LocalDate month) {
        return month.withDayOfMonth(month.lengthOfMonth());
    }

    /** A link to the path that keeps the date. */
    public String link(String path) {
        return link(path, Map.of());
    }

    /** A link to the path with the parameters that keeps the date. Empty values are left out. */
    public String link(String path, Map<String, String> parameters) {
        return link(path, parameters, date);
    }

    String link(String path, Map<String, String> parameters, LocalDate per) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
        parameters.forEach((name, value) -> {
            if (!value.isEmpty()) {
                uri.queryParam(name, "{" + name + "}");
            }
        });
        if (!per.equals(today)) {
            uri.queryParam(PARAMETER, per);
        }
        return uri.encode().buildAndExpand(parameters).toUriString();
    }
}
