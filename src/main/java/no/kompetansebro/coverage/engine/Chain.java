package no.kompetansebro.coverage.engine;

import java.util.Arrays;
import java.util.List;
import no.kompetansebro.competence.ValidityPolicy.RenewableMonths;

/**
 * Results of which a later one may keep an earlier one's anniversary (coverage.md section 2). Every possible end of an
 * earlier day is remembered, not only the latest: so a result that renews nothing never spoils a later renewal.
 */
final class Chain {

    private final RenewableMonths policy;
    private int[] possible = new int[8];
    private int size;

    Chain(RenewableMonths policy) {
        this.policy = policy;
    }

    /** The latest possible end of each link, given in order of their days; links of one day do not renew each other. */
    int[] ends(List<? extends Link> links) {
        int[] ends = new int[links.size()];
        int earlier = 0;
        for (int i = 0; i < ends.length; i++) {
            if (i > 0 && links.get(i - 1).day() < links.get(i).day()) {
                earlier = size;
            }
            ends[i] = latestEnd(links.get(i), earlier);
        }
        return ends;
    }

    private int latestEnd(Link link, int earlier) {
        if (link.ownEnd() != Link.NO_END) {
            return remember(link.ownEnd());
        }
        int latest = remember(Calendar.monthsAfter(link.day(), policy.months()));
        for (int i = 0; i < earlier; i++) {
            if (renews(link.day(), possible[i])) {
                latest = Math.max(latest, remember(Calendar.monthsAfter(possible[i], policy.months())));
            }
        }
        return latest;
    }

    private boolean renews(int day, int end) {
        return day < end && end - (long) policy.renewalWindowDays() <= day;
    }

    private int remember(int end) {
        for (int i = 0; i < size; i++) {
            if (possible[i] == end) {
                return end;
            }
        }
        if (size == possible.length) {
            possible = Arrays.copyOf(possible, 2 * size);
        }
        possible[size++] = end;
        return end;
    }
}
