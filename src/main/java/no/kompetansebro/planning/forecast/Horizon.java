package no.kompetansebro.planning.forecast;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.kompetansebro.shared.DateInterval;

/** The months and quarters that a forecast looks at, beginning with those that contain its date. */
record Horizon(LocalDate from) {

    private static final int MONTHS = 12;
    private static final int QUARTERS = 5;

    /** The first day that is not looked at any more. */
    LocalDate until() {
        return quarter(QUARTERS);
    }

    /** From the month that contains the date: the first begins on the date itself. */
    List<DateInterval> months() {
        return pieces(IntStream.rangeClosed(1, MONTHS)
                .mapToObj(i -> YearMonth.from(from).plusMonths(i).atDay(1)));
    }

    /** From the quarter that contains the date: the first begins on the date itself. */
    List<DateInterval> quarters() {
        return pieces(IntStream.rangeClosed(1, QUARTERS).mapToObj(this::quarter));
    }

    private LocalDate quarter(int later) {
        int month = 3 * (from.get(IsoFields.QUARTER_OF_YEAR) - 1) + 1;
        return LocalDate.of(from.getYear(), month, 1).plusMonths(3L * later);
    }

    private List<DateInterval> pieces(Stream<LocalDate> ends) {
        List<LocalDate> all = ends.toList();
        return IntStream.range(0, all.size())
                .mapToObj(i -> new DateInterval(i == 0 ? from : all.get(i - 1), all.get(i)))
                .toList();
    }

    /** The place of the date among the pieces; -1 where it is in none. */
    static int index(List<DateInterval> pieces, LocalDate date) {
        return IntStream.range(0, pieces.size())
                .filter(i -> pieces.get(i).contains(date))
                .findFirst()
                .orElse(-1);
    }
}
