package no.kompetansebro.coverage.engine;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import no.kompetansebro.shared.Timeline;

/**
 * An employment with what its surroundings add.
 *
 * @param dates those of the employment that are not on leave
 * @param runStart the first day of its run of employments (coverage.md section 5)
 */
record Post(Employment employment, Timeline dates, int runStart, Person person) {

    /** A start this many months after the latest end is still the same run. */
    private static final int MONTHS_WITHIN_A_RUN = 12;

    /** The person's employments, in the person's order. */
    static List<Post> of(Person person) {
        List<Employment> employments = person.employments();
        int[] runStarts = runStarts(employments);
        List<Post> posts = new ArrayList<>(runStarts.length);
        for (int i = 0; i < runStarts.length; i++) {
            Employment employment = employments.get(i);
            Timeline all = Timeline.ofDays(from(employment), until(employment));
            posts.add(new Post(employment, all.difference(employment.leave()), runStarts[i], person));
        }
        return posts;
    }

    private static int[] runStarts(List<Employment> employments) {
        int[] starts = new int[employments.size()];
        int runStart = Timeline.SINCE_EVER;
        int latestEnd = Timeline.SINCE_EVER;
        for (int i : inOrderOfStart(employments)) {
            int from = from(employments.get(i));
            if (latestEnd == Timeline.SINCE_EVER || from > Calendar.monthsAfter(latestEnd, MONTHS_WITHIN_A_RUN)) {
                runStart = from;
            }
            starts[i] = runStart;
            latestEnd = Math.max(latestEnd, until(employments.get(i)));
        }
        return starts;
    }

    private static List<Integer> inOrderOfStart(List<Employment> employments) {
        List<Integer> order = new ArrayList<>(employments.size());
        for (int i = 0; i < employments.size(); i++) {
            order.add(i);
        }
        order.sort(comparingInt(i -> from(employments.get(i))));
        return order;
    }

    private static int from(Employment employment) {
        return Timeline.day(employment.dates().from());
    }

    private static int until(Employment employment) {
        return Timeline.day(employment.dates().until());
    }
}
