package no.kompetansebro.coverage.figures;

import java.util.Arrays;

/** The counts of a row on some dates, summed up from what changes at dates. */
public final class Sums implements Contribution.Sink {

    private final Layout layout;
    private final int[] days;
    private final int[][] changes;
    private int sign = 1;

    /** For the days (as of {@link Days}), ascending and each once. */
    public Sums(Layout layout, int... days) {
        this.layout = layout;
        this.days = days;
        this.changes = new int[days.length][layout.size()];
    }

    /** What is added from now on is taken away: what somebody no longer adds. */
    public void subtracting(boolean subtract) {
        sign = subtract ? -1 : 1;
    }

    /** The last of the days. */
    public int lastDay() {
        return days.length == 0 ? -1 : days[days.length - 1];
    }

    @Override
    public void add(int day, int place, int more) {
        addFrom(index(day), place, sign * more);
    }

    /** From the date at the index on there are so many more. */
    void addFrom(int index, int place, int more) {
        if (index < days.length) {
            changes[index][place] += more;
        }
    }

    /** On the date at the index alone there are so many more. */
    void addOn(int index, int place, int more) {
        addFrom(index, place, more);
        addFrom(index + 1, place, -more);
    }

    private int index(int day) {
        if (days.length == 1) {
            return day <= days[0] ? 0 : 1;
        }
        int found = Arrays.binarySearch(days, day);
        return found < 0 ? -found - 1 : found;
    }

    int[] days() {
        return days;
    }

    int size() {
        return layout.size();
    }

    /** The counts on each of the days; adding more afterwards is a mistake. */
    public Counts[] counts() {
        Counts[] counts = new Counts[days.length];
        int[] sum = new int[layout.size()];
        for (int i = 0; i < days.length; i++) {
            for (int place = 0; place < sum.length; place++) {
                sum[place] += changes[i][place];
            }
            counts[i] = new Counts(layout, sum.clone());
        }
        return counts;
    }
}
