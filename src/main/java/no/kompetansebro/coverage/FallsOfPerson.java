package no.kompetansebro.coverage;

import java.util.function.Consumer;
import no.kompetansebro.coverage.Fall.Kind;
import no.kompetansebro.coverage.engine.Obligation;
import no.kompetansebro.coverage.engine.Segment;
import no.kompetansebro.shared.DateInterval;
import no.kompetansebro.shared.Timeline;

/** Finds in the obligations of one employee what {@link no.kompetansebro.coverage.figures.Falls} finds in the trace. */
final class FallsOfPerson {

    private final PairsOfPerson pairs;
    private final int first;
    private final int end;
    private final Consumer<Fall> sink;

    FallsOfPerson(PairsOfPerson pairs, DateInterval dates, Consumer<Fall> sink) {
        this.pairs = pairs;
        this.first = Timeline.day(dates.from());
        this.end = Timeline.day(dates.until());
        this.sink = sink;
    }

    void find() {
        pairs.obligations().forEach(each -> find(each, pairs.sight().counted(pairs.person(), each)));
    }

    private void find(Obligation obligation, Timeline counted) {
        boolean behind = false;
        Status before = Status.EXEMPT;
        int beforeUntil = Timeline.SINCE_EVER;
        for (Segment segment : obligation.segments()) {
            Timeline stretch = counted.clip(segment.dates());
            for (int i = 0; i < stretch.size() && stretch.fromDay(i) < end; i++) {
                int from = stretch.fromDay(i);
                if (stretch.untilDay(i) > first) {
                    boolean wasCovered = beforeUntil == from && isCovered(before);
                    behind |= take(obligation, from, wasCovered, segment.status(), behind);
                }
                before = segment.status();
                beforeUntil = stretch.untilDay(i);
            }
        }
    }

    /** Whether the pair is behind from the day on. */
    private boolean take(Obligation obligation, int from, boolean wasCovered, Status now, boolean behind) {
        boolean isBehind = now == Status.OVERDUE || now == Status.EXPIRED;
        if (from > first && wasCovered && now.isGap()) {
            hand(obligation, from, Kind.ENDS);
        }
        if (isBehind && !behind) {
            hand(obligation, Math.max(first, from), from > first ? Kind.FALLS_BEHIND : Kind.BEHIND);
        }
        return isBehind;
    }

    private void hand(Obligation obligation, int day, Kind kind) {
        sink.accept(new Fall(pairs.person().id(), obligation.requirement(), Timeline.date(day), kind));
    }

    private static boolean isCovered(Status status) {
        return status == Status.COVERED || status == Status.EXPIRING;
    }
}
