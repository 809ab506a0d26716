package no.kompetansebro.coverage;

import java.util.ArrayList;
import java.util.List;
import no.kompetansebro.coverage.engine.Obligation;
import no.kompetansebro.coverage.engine.Segment;
import no.kompetansebro.shared.DateInterval;
import no.kompetansebro.shared.Timeline;

/** Makes the pieces of the strip that shows how one pair stands over some dates. */
final class Strip {

    private Strip() {}

    /** The pieces within the dates, in order; where neither status nor end of holding differs they are one. */
    static List<Standing> of(Obligation obligation, DateInterval dates) {
        List<Standing> strip = new ArrayList<>();
        for (Segment segment : obligation.segments()) {
            for (DateInterval piece : Timeline.of(segment.dates()).clip(dates).intervals()) {
                append(strip, new Standing(piece, segment.status(), segment.heldUntil()));
            }
        }
        return strip;
    }

    private static void append(List<Standing> strip, Standing next) {
        if (!strip.isEmpty() && continues(strip.getLast(), next)) {
            DateInterval both = new DateInterval(
                    strip.removeLast().dates().from(), next.dates().until());
            strip.add(new Standing(both, next.status(), next.heldUntil()));
        } else {
            strip.add(next);
        }
    }

    private static boolean continues(Standing last, Standing next) {
        return last.dates().until().equals(next.dates().from())
                && last.status() == next.status()
                && last.heldUntil().equals(next.heldUntil());
    }
}
