package no.kompetansebro.coverage.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sums up what employees add to a row, day by day, for all dates there are. To be used for one row after the other; not
 * for several threads.
 */
public final class DayTally implements Contribution.Sink {

    private static final int DAYS = 31;

    private final int size;
    private final int[] @Nullable [] months = new int[Days.months()][];
    private final int[] touched = new int[Days.months()];
    private final ByteSink sink = new ByteSink();

    public DayTally(Layout layout) {
        this.size = layout.size();
    }

    @Override
    public void add(int day, int place, int more) {
        int month = Days.month(day);
        int[] cells = months[month];
        if (cells == null) {
            cells = new int[DAYS * size];
            months[month] = cells;
        }
        int dayOfMonth = Days.place(day);
        touched[month] |= 1 << dayOfMonth;
        cells[dayOfMonth * size + place] += more;
    }

    /** The periods with changes, and begins anew. */
    public List<Period> take() {
        List<Period> periods = new ArrayList<>();
        int[] before = new int[size];
        for (int year = Days.FIRST_YEAR; year <= Days.LAST_YEAR; year++) {
            takeYear(year, before, periods);
        }
        return periods;
    }

    private void takeYear(int year, int[] before, List<Period> periods) {
        int first = 12 * (year - Days.FIRST_YEAR);
        int[] parts = new int[0];
        for (int month = first; month < first + 12; month++) {
            int[] cells = months[month];
            if (touched[month] != 0 && cells != null) {
                parts = parts.length == 0 ? Arrays.copyOf(before, 13 * size) : parts;
                takeMonth(month, cells, parts, (1 + month - first) * size, before, periods);
                touched[month] = 0;
            }
        }
        takeParts(year, parts, periods);
    }

    /** In one pass, and from memory to memory: most of the time of summing up goes here. */
    private void takeMonth(int month, int[] cells, int[] parts, int part, int[] before, List<Period> periods) {
        int last = -1;
        for (int days = touched[month]; days != 0; days &= days - 1) {
            int start = Integer.numberOfTrailingZeros(days) * size;
            for (int place = 0; place < size; place++) {
                int more = cells[start + place];
                if (more != 0) {
                    cells[start + place] = 0;
                    parts[part + place] += more;
                    before[place] += more;
                    sink.unsigned(start + place - last - 1);
                    sink.signed(more);
                    last = start + place;
                }
            }
        }
        keep(12 * Days.FIRST_YEAR + month, periods);
    }

    private void takeParts(int year, int[] parts, List<Period> periods) {
        int last = -1;
        for (int place = 0; place < parts.length; place++) {
            if (parts[place] != 0) {
                sink.unsigned(place - last - 1);
                sink.signed(parts[place]);
                last = place;
            }
        }
        keep(year, periods);
    }

    private void keep(int key, List<Period> periods) {
        if (!sink.isEmpty()) {
            periods.add(new Period(key, sink.take()));
        }
    }
}
