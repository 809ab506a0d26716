package no.kompetansebro.coverage.figures;

import java.util.List;

/**
 * The changes of a row's counts in a period: a year (the counts before it, then the change in each month), or a month
 * (the change on each day).
 *
 * <p>Its key is the year; or for a month 12 · year + month (0 to 11), which is higher than any year. Its changes are ascending
 * places, written as differences, each with its change; the place is that in the layout, plus the layout's size times the
 * number of the part: in a year 0 for before, 1 to 12 for the months; in a month the day, from 0.
 */
public final class Period {

    private final int key;
    private final byte[] changes;

    public Period(int key, byte[] changes) {
        this.key = key;
        this.changes = changes;
    }

    public int key() {
        return key;
    }

    /** Not to be changed. */
    public byte[] changes() {
        return changes;
    }

    /** The key of the month of the day. */
    public static int monthKey(int day) {
        return 12 * Days.FIRST_YEAR + Days.month(day);
    }

    /** The key of the year of the day. */
    public static int yearKey(int day) {
        return Days.FIRST_YEAR + Days.month(day) / 12;
    }

    /**
     * Adds to the sums what a row's periods say: for each date the latest year up to it, and its month. They are enough: a
     * year without changes has no period of its own.
     */
    public static void addAll(List<Period> ofRow, Sums sums) {
        int[] days = sums.days();
        ByteSource source = new ByteSource();
        for (int date = 0; date < days.length; date++) {
            int year = yearKey(days[date]);
            int month = monthKey(days[date]);
            int latest = latestYear(ofRow, year);
            for (Period period : ofRow) {
                if (period.key == latest) {
                    period.addTo(sums, date, latest == year ? 1 + month % 12 : 13, source);
                } else if (period.key == month) {
                    period.addTo(sums, date, Days.place(days[date]) + 1, source);
                }
            }
        }
    }

    private static int latestYear(List<Period> periods, int until) {
        int latest = 0;
        for (Period period : periods) {
            if (period.key <= until && period.key > latest) {
                latest = period.key;
            }
        }
        return latest;
    }

    private void addTo(Sums sums, int date, int parts, ByteSource source) {
        int size = sums.size();
        int place = -1;
        source.open(changes);
        while (source.hasMore()) {
            place += source.unsigned() + 1;
            if (place >= parts * size) {
                return;
            }
            sums.addOn(date, place % size, source.signed());
        }
    }
}
