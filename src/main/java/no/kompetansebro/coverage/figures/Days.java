package no.kompetansebro.coverage.figures;

import java.time.LocalDate;
import java.time.Year;

/**
 * The days that figures know: 1900-01-01 to 2200-12-31, the dates one may ask about, counted from 0. What happens
 * before happens for figures on the first day; what happens after never does.
 */
public final class Days {

    /** The first year. */
    public static final int FIRST_YEAR = 1900;

    /** The last year. */
    public static final int LAST_YEAR = 2200;

    /** The number of days. */
    public static final int COUNT;

    private static final int FIRST =
            Math.toIntExact(LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay());

    private static final short[] MONTH;

    private static final byte[] PLACE;

    static {
        COUNT = Math.toIntExact(LocalDate.of(LAST_YEAR, 12, 31).toEpochDay()) - FIRST + 1;
        MONTH = new short[COUNT];
        PLACE = new byte[COUNT];
        int day = 0;
        for (int month = 0; month < months(); month++) {
            int length = length(month);
            for (int place = 0; place < length; place++) {
                MONTH[day] = (short) month;
                PLACE[day++] = (byte) place;
            }
        }
    }

    private Days() {}

    private static int length(int month) {
        return Year.of(FIRST_YEAR + month / 12).atMonth(month % 12 + 1).lengthOfMonth();
    }

    /** The number of months. */
    static int months() {
        return 12 * (LAST_YEAR - FIRST_YEAR + 1);
    }

    /** The day of an epoch day: 0 for any earlier one, {@link #COUNT} for any later one. */
    public static int ofEpochDay(int epochDay) {
        return Math.clamp((long) epochDay - FIRST, 0, COUNT);
    }

    /** The day of the date. */
    public static int of(LocalDate date) {
        return Math.clamp(date.toEpochDay() - FIRST, 0, COUNT);
    }

    /** The date of the day. */
    public static LocalDate date(int day) {
        return LocalDate.ofEpochDay((long) FIRST + day);
    }

    /** The month of the day, counted from 0. */
    static int month(int day) {
        return MONTH[day];
    }

    /** The place of the day in its month, counted from 0. */
    static int place(int day) {
        return PLACE[day];
    }
}
