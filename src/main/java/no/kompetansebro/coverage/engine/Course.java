package no.kompetansebro.coverage.engine;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.shared.DateInterval;
import no.kompetansebro.shared.Timeline;

/**
 * Segments in order, packed: there are millions of them. {@link #NONE} stands for an absent day; as an end it is for
 * ever.
 */
final class Course {

    static final int NONE = Timeline.FOR_EVER;

    private static final int FROM = 0;
    private static final int UNTIL = 1;
    private static final int DEADLINE = 2;
    private static final int HELD_FROM = 3;
    private static final int HELD_UNTIL = 4;
    private static final int NEXT_CHANGE = 5;
    private static final int WIDTH = 6;

    private int[] cells = new int[4 * WIDTH];
    private Status[] statuses = new Status[4];
    private int size;

    int size() {
        return size;
    }

    int from(int index) {
        return cells[index * WIDTH + FROM];
    }

    int until(int index) {
        return cells[index * WIDTH + UNTIL];
    }

    Status status(int index) {
        return statuses[index];
    }

    /** Appends a segment, or makes the last one longer where it says the same and ends where this begins. */
    void add(int from, int until, Status status, int deadline, int heldFrom, int heldUntil, int nextChange) {
        int at = size * WIDTH;
        if (at == cells.length) {
            cells = Arrays.copyOf(cells, 2 * at);
            statuses = Arrays.copyOf(statuses, 2 * size);
        }
        cells[at + FROM] = from;
        cells[at + UNTIL] = until;
        statuses[size] = status;
        cells[at + DEADLINE] = deadline;
        cells[at + HELD_FROM] = heldFrom;
        cells[at + HELD_UNTIL] = heldUntil;
        cells[at + NEXT_CHANGE] = nextChange;
        if (size > 0 && status == statuses[size - 1] && continuesBefore(at)) {
            cells[at - WIDTH + UNTIL] = until;
        } else {
            size++;
        }
    }

    private boolean continuesBefore(int at) {
        int before = at - WIDTH;
        return cells[before + UNTIL] == cells[at + FROM]
                && Arrays.equals(cells, before + DEADLINE, at, cells, at + DEADLINE, at + WIDTH);
    }

    /** Gives up spare room; after the last was added. */
    Course trimmed() {
        cells = Arrays.copyOf(cells, size * WIDTH);
        statuses = Arrays.copyOf(statuses, size);
        return this;
    }

    /** The segment that contains the day; -1 when none does. */
    int indexOf(int day) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (day < from(middle)) {
                high = middle - 1;
            } else if (day >= until(middle)) {
                low = middle + 1;
            } else {
                return middle;
            }
        }
        return -1;
    }

    Segment segment(int index) {
        int at = index * WIDTH;
        return new Segment(
                new DateInterval(Timeline.date(cells[at + FROM]), Timeline.date(cells[at + UNTIL])),
                status(index),
                Timeline.date(cells[at + DEADLINE]),
                optional(cells[at + HELD_FROM]),
                optional(cells[at + HELD_UNTIL]),
                optional(cells[at + NEXT_CHANGE]));
    }

    private static Optional<LocalDate> optional(int day) {
        return day == NONE ? Optional.empty() : Optional.of(Timeline.date(day));
    }
}
