package no.kompetansebro.planning.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.shared.DateInterval;
import org.jspecify.annotations.Nullable;

/** A month, tertial or year that is reported on. Tertials end on 30 April, 31 August and 31 December. */
record ReportPeriod(Kind kind, LocalDate from) {

    private static final Pattern CODE = Pattern.compile("([MTY])(\\d{4})(?:-(\\d{1,2}))?");

    /** How long it is. */
    enum Kind {
        MONTH("M", 1, 12),
        TERTIAL("T", 4, 4),
        YEAR("Y", 12, 3);

        private final String letter;
        private final int months;
        private final int offered;

        Kind(String letter, int months, int offered) {
            this.letter = letter;
            this.months = months;
            this.offered = offered;
        }
    }

    /** The first day after it. */
    LocalDate until() {
        return from.plusMonths(kind.months);
    }

    /** Its last day, which its figures are about. */
    LocalDate asOf() {
        return until().minusDays(1);
    }

    DateInterval dates() {
        return new DateInterval(from, until());
    }

    boolean isOver(LocalDate today) {
        return !until().isAfter(today);
    }

    /** Which of its year: 1 to 12, 1 to 3, 1. */
    int place() {
        return (from.getMonthValue() - 1) / kind.months + 1;
    }

    /** As in addresses and in the database: M2026-10, T2026-2, Y2025. */
    String code() {
        return kind.letter + from.getYear() + (kind == Kind.YEAR ? "" : "-" + place());
    }

    /** The period of the code; empty where it is none. */
    static Optional<ReportPeriod> read(String code) {
        Matcher matcher = CODE.matcher(code);
        return matcher.matches()
                ? Stream.of(Kind.values())
                        .filter(kind -> kind.letter.equals(matcher.group(1)))
                        .flatMap(kind -> of(kind, Integer.parseInt(matcher.group(2)), place(matcher.group(3))))
                        .findFirst()
                : Optional.empty();
    }

    private static int place(@Nullable String text) {
        return text == null ? 1 : Integer.parseInt(text);
    }

    private static Stream<ReportPeriod> of(Kind kind, int year, int place) {
        boolean exists = place >= 1 && place <= 12 / kind.months;
        return exists
                ? Stream.of(new ReportPeriod(kind, LocalDate.of(year, (place - 1) * kind.months + 1, 1)))
                : Stream.empty();
    }

    /** The last ones that are over, of each kind the latest first. */
    static List<ReportPeriod> offered(LocalDate today) {
        List<ReportPeriod> offered = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            ReportPeriod current = containing(kind, today);
            for (int back = 1; back <= kind.offered; back++) {
                offered.add(new ReportPeriod(kind, current.from().minusMonths((long) back * kind.months)));
            }
        }
        return offered;
    }

    private static ReportPeriod containing(Kind kind, LocalDate date) {
        int first = (date.getMonthValue() - 1) / kind.months * kind.months + 1;
        return new ReportPeriod(kind, LocalDate.of(date.getYear(), first, 1));
    }

    /** As one says it: oktober 2026, 2. tertial 2026, 2025. */
    String name(Words words) {
        return switch (kind) {
            case MONTH -> words.wholeMonth(from);
            case TERTIAL -> words.text("planning.reports.period.tertial", place(), String.valueOf(from.getYear()));
            case YEAR -> words.text("planning.reports.period.year", String.valueOf(from.getYear()));
        };
    }
}
