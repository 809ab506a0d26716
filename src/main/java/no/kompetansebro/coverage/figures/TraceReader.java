package no.kompetansebro.coverage.figures;

import java.util.ArrayList;
import java.util.List;

/** Reads traces ({@link Trace}), one after the other, as a row of figures sees them. Not for several threads. */
public final class TraceReader {

    private final ByteSource source = new ByteSource();
    private boolean[] postCounts = new boolean[16];
    private boolean[] throughCounts = new boolean[16];
    private int throughs;
    private int day;
    private int requirement;
    private int status;

    /** The posts that a trace names. */
    public static List<Post> posts(byte[] trace) {
        List<Post> posts = new ArrayList<>();
        if (trace.length > 0) {
            ByteSource source = new ByteSource();
            source.open(trace);
            for (int left = source.unsigned(); left > 0; left--) {
                posts.add(new Post(source.unsigned(), source.unsigned(), source.unsigned()));
            }
        }
        return posts;
    }

    /** Begins with the trace; false where none of its posts belongs to the row. */
    public boolean open(byte[] trace, PostFilter row) {
        if (trace.length == 0) {
            return false;
        }
        source.open(trace);
        day = 0;
        boolean any = readPosts(row);
        readThroughs();
        return any;
    }

    private boolean readPosts(PostFilter row) {
        int posts = source.unsigned();
        if (posts > postCounts.length) {
            postCounts = new boolean[2 * posts];
        }
        boolean any = false;
        for (int post = 0; post < posts; post++) {
            postCounts[post] = row.contains(source.unsigned(), source.unsigned(), source.unsigned());
            any |= postCounts[post];
        }
        return any;
    }

    private void readThroughs() {
        throughs = source.unsigned();
        if (throughs > throughCounts.length) {
            throughCounts = new boolean[2 * throughs];
        }
        for (int through = 0; through < throughs; through++) {
            boolean counts = false;
            for (int left = source.unsigned(); left > 0; left--) {
                counts |= postCounts[source.unsigned()];
            }
            throughCounts[through] = counts;
        }
    }

    /** Goes to the next change; false after the last. */
    boolean next() {
        if (!source.hasMore()) {
            return false;
        }
        int change = source.unsigned();
        day += change >>> 3;
        requirement = source.unsigned();
        int through = (change & 7) != 0 && throughs > 1 ? source.unsigned() : 0;
        status = throughCounts[through] ? change & 7 : 0;
        return true;
    }

    /** The day of the change. */
    int day() {
        return day;
    }

    /** The requirement whose status changes. */
    int requirement() {
        return requirement;
    }

    /** The status from then on; 0 where the requirement does not bind through a post of the row. */
    int status() {
        return status;
    }
}
