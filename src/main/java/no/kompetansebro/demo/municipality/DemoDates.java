package no.kompetansebro.demo.municipality;

import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates written relative to the day of the data set: {@code D-10-24m} (ten days and then 24 months before it),
 * {@code Y-1-09-15} (a date of last year), or as they are.
 */
record DemoDates(LocalDate day) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([DY])([^}]*)}");
    private static final Pattern STEP = Pattern.compile("([+-]\\d+)([dm]?)");
    private static final Pattern OF_YEAR = Pattern.compile("Y([+-]\\d+)?(-\\d\\d-\\d\\d)");

    /** The date that the expression means. */
    LocalDate date(String expression) {
        if (expression.startsWith("D")) {
            return fromDay(expression.substring(1));
        }
        Matcher ofYear = OF_YEAR.matcher(expression);
        if (ofYear.matches()) {
            return LocalDate.parse(year(ofYear.group(1) == null ? "" : ofYear.group(1)) + ofYear.group(2));
        }
        return LocalDate.parse(expression);
    }

    /** The text with <code>${D+30}</code> replaced by dates and <code>${Y-4}</code> by years. */
    String fill(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(this::replacement);
    }

    private String replacement(MatchResult found) {
        String steps = found.group(2);
        return found.group(1).equals("Y")
                ? String.valueOf(year(steps))
                : fromDay(steps).toString();
    }

    private int year(String step) {
        return day.getYear() + (step.isEmpty() ? 0 : Integer.parseInt(step));
    }

    private LocalDate fromDay(String steps) {
        LocalDate date = day;
        Matcher step = STEP.matcher(steps);
        while (step.find()) {
            long amount = Long.parseLong(step.group(1));
            date = step.group(2).equals("m") ? date.plusMonths(amount) : date.plusDays(amount);
        }
        return date;
    }
}
