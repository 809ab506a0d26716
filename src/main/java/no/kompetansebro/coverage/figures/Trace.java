package no.kompetansebro.coverage.figures;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes how all the obligations of one employee stand on every date, as changes in order of date, in about three bytes
 * each: the day (from the change before), the status from then on, the requirement, and through which of the employee's
 * posts it binds. {@link TraceReader} reads it. Statuses are numbers 1 to 6 ({@link Layout}), 0 where nothing binds;
 * requirements are the numbers that stand for their codes.
 */
public final class Trace {

    /** The trace of somebody whom nothing ever binds. */
    public static final byte[] EMPTY = new byte[0];

    private final Map<Post, Integer> posts = new LinkedHashMap<>();
    private final Map<List<Integer>, Integer> throughs = new LinkedHashMap<>();
    private final ByteSink sink = new ByteSink();
    private long[] changes = new long[256];
    private int size;
    private int lastRequirement = -1;
    private long lastState;

    /** The number of these posts together, for {@link #change}. */
    public int through(List<Post> of) {
        List<Integer> numbers = of.stream()
                .map(post -> posts.computeIfAbsent(post, _ -> posts.size()))
                .distinct()
                .sorted()
                .toList();
        return throughs.computeIfAbsent(numbers, _ -> throughs.size());
    }

    /**
     * From the day on (as of {@link Days}) the obligation has the status, through the posts of the number. The changes of a
     * requirement are given together, in order of date, without two on one day.
     */
    public void change(int day, int requirement, int status, int through) {
        long before = requirement == lastRequirement ? lastState : 0;
        long state = status == 0 ? 0 : ((long) through << 3) | status;
        if (day < Days.COUNT && state != before) {
            lastRequirement = requirement;
            lastState = state;
            keep(((long) day << 44) | ((long) requirement << 24) | state);
        }
    }

    private void keep(long change) {
        if (size == changes.length) {
            changes = Arrays.copyOf(changes, 2 * size);
        }
        changes[size++] = change;
    }

    /** The trace of what was given since the last time. */
    public byte[] take() {
        if (size == 0) {
            return EMPTY;
        }
        Arrays.sort(changes, 0, size);
        writePosts();
        int day = 0;
        for (int i = 0; i < size; i++) {
            day = writeChange(changes[i], day);
        }
        clear();
        return sink.take();
    }

    private void writePosts() {
        sink.unsigned(posts.size());
        posts.keySet().forEach(post -> {
            sink.unsigned(post.unit());
            sink.unsigned(post.position());
            sink.unsigned(post.leaderLevel());
        });
        sink.unsigned(throughs.size());
        throughs.keySet().forEach(through -> {
            sink.unsigned(through.size());
            through.forEach(sink::unsigned);
        });
    }

    private int writeChange(long change, int before) {
        int day = (int) (change >>> 44);
        int status = (int) (change & 7);
        sink.unsigned(((day - before) << 3) | status);
        sink.unsigned((int) (change >>> 24) & 0xFFFFF);
        if (status != 0 && throughs.size() > 1) {
            sink.unsigned((int) (change >>> 3) & 0x1FFFFF);
        }
        return day;
    }

    private void clear() {
        posts.clear();
        throughs.clear();
        lastRequirement = -1;
        size = 0;
    }
}
