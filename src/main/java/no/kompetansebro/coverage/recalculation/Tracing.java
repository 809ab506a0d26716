package no.kompetansebro.coverage.recalculation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.engine.Employment;
import no.kompetansebro.coverage.engine.Obligation;
import no.kompetansebro.coverage.figures.Days;
import no.kompetansebro.coverage.figures.Layout;
import no.kompetansebro.coverage.figures.Post;
import no.kompetansebro.coverage.figures.Trace;
import no.kompetansebro.coverage.recalculation.Numbers.Kind;
import no.kompetansebro.shared.Timeline;

/** Writes obligations as a trace. For one employee after the other; not for several threads. */
final class Tracing {

    private static final Status[] STATUSES = new Status[Status.values().length + 1];

    static {
        for (Status status : Status.values()) {
            STATUSES[number(status)] = status;
        }
    }

    private final RulesInForce rules;
    private final Numbers numbers;
    private final Trace trace = new Trace();
    private List<Post> posts = List.of();
    private BitSet lastThrough = new BitSet();
    private int lastNumber = -1;
    private int[] alone = new int[0];

    Tracing(RulesInForce rules, Numbers numbers) {
        this.rules = rules;
        this.numbers = numbers;
    }

    /** The trace of somebody with the employments and obligations. */
    byte[] of(List<Employment> employments, List<Obligation> obligations) {
        posts = employments.stream().map(this::post).toList();
        lastNumber = -1;
        alone = new int[posts.size()];
        Arrays.fill(alone, -1);
        obligations.forEach(this::write);
        return trace.take();
    }

    private Post post(Employment employment) {
        return new Post(
                numbers.of(Kind.UNIT, employment.unit().value()),
                numbers.of(Kind.POSITION, employment.position()),
                employment
                        .leaderLevel()
                        .map(level -> numbers.of(Kind.LEADER_LEVEL, level))
                        .orElse(0));
    }

    private void write(Obligation obligation) {
        int requirement = rules.number(obligation.requirement());
        int only = onlyPost(obligation);
        int[] end = {Days.COUNT};
        obligation.statuses((status, first, last) -> {
            int from = Days.ofEpochDay(first);
            int until = Days.ofEpochDay(last);
            if (from < until) {
                if (end[0] < from) {
                    trace.change(end[0], requirement, 0, 0);
                }
                if (only >= 0) {
                    trace.change(from, requirement, number(status), only);
                } else {
                    write(obligation, requirement, number(status), first, last);
                }
                end[0] = until;
            }
        });
        trace.change(end[0], requirement, 0, 0);
    }

    /** The number of the only post through which the obligation ever binds; -1 where there are several. */
    private int onlyPost(Obligation obligation) {
        List<Timeline> byEmployment = obligation.byEmployment();
        int found = -1;
        for (int i = 0; i < byEmployment.size(); i++) {
            if (!byEmployment.get(i).isEmpty()) {
                if (found >= 0 && !posts.get(found).equals(posts.get(i))) {
                    return -1;
                }
                found = i;
            }
        }
        return found < 0 ? -1 : through(found);
    }

    private int through(int post) {
        if (alone[post] < 0) {
            alone[post] = trace.through(List.of(posts.get(post)));
        }
        return alone[post];
    }

    private void write(Obligation obligation, int requirement, int status, int first, int last) {
        int from = Days.ofEpochDay(first);
        int day = first;
        while (day < last) {
            int next = Math.min(last, nextBound(obligation, day));
            if (Days.ofEpochDay(next) > from) {
                trace.change(Math.max(from, Days.ofEpochDay(day)), requirement, status, through(obligation, day));
            }
            day = next;
        }
    }

    private static int nextBound(Obligation obligation, int day) {
        int next = Timeline.FOR_EVER;
        for (Timeline timeline : obligation.byEmployment()) {
            next = Math.min(next, timeline.nextBoundAfter(day));
        }
        return next;
    }

    private int through(Obligation obligation, int day) {
        BitSet through = new BitSet();
        List<Timeline> byEmployment = obligation.byEmployment();
        for (int i = 0; i < byEmployment.size(); i++) {
            through.set(i, byEmployment.get(i).containsDay(day));
        }
        if (lastNumber < 0 || !through.equals(lastThrough)) {
            lastThrough = through;
            lastNumber = trace.through(IntStream.range(0, posts.size())
                    .filter(through::get)
                    .mapToObj(posts::get)
                    .toList());
        }
        return lastNumber;
    }

    /** The number of the status in a trace: kept in the database, so never to be changed. */
    static int number(Status status) {
        return switch (status) {
            case EXEMPT -> Layout.EXEMPT;
            case EXPIRING -> Layout.EXPIRING;
            case COVERED -> Layout.COVERED;
            case DUE -> Layout.DUE;
            case EXPIRED -> Layout.EXPIRED;
            case OVERDUE -> Layout.OVERDUE;
        };
    }

    /** The status that the number stands for. */
    static Status status(int number) {
        return STATUSES[number];
    }
}
