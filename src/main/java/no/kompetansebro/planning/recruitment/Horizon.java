package no.kompetansebro.planning.recruitment;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** The years that are looked at: the one of the date, and those after it. */
record Horizon(LocalDate from) {

    /** How many years, as in Røros' plan. */
    static final int YEARS = 6;

    List<Integer> years() {
        return IntStream.range(0, YEARS).mapToObj(i -> from.getYear() + i).toList();
    }

    /** The last day of the year. */
    static LocalDate endOf(int year) {
        return LocalDate.of(year, 12, 31);
    }

    /** How much of the year lies after the date, 0 to 1. */
    double share(int year) {
        return year > from.getYear() ? 1 : (double) (from.lengthOfYear() - from.getDayOfYear()) / from.lengthOfYear();
    }
}
