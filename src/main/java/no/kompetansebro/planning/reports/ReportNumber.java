package no.kompetansebro.planning.reports;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of a report at its employer: the year that it was made in, and which of that year it is. */
record ReportNumber(int year, int number) {

    private static final Pattern TEXT = Pattern.compile("(\\d{4})-([1-9]\\d{0,5})");

    static Optional<ReportNumber> read(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new ReportNumber(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** 2026-1. */
    @Override
    public String toString() {
        return year + "-" + number;
    }
}
