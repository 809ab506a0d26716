package no.kompetansebro.coverage.engine;

import java.util.List;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.competence.ValidityPolicy.EndOfYear;
import no.kompetansebro.competence.ValidityPolicy.Forever;
import no.kompetansebro.competence.ValidityPolicy.Months;
import no.kompetansebro.competence.ValidityPolicy.RenewableMonths;
import no.kompetansebro.shared.Timeline;

/** When results of one item, or evidence of one competence, hold (coverage.md section 2). */
final class Validity {

    private Validity() {}

    /** The dates on which any of the links, given in order of their days, holds. */
    static Timeline timeline(ValidityPolicy policy, List<? extends Link> links) {
        return links.isEmpty() ? Timeline.NEVER : Timeline.ofDays(days(links), ends(policy, links));
    }

    /** The end of each of the links, given in order of their days. */
    static int[] ends(ValidityPolicy policy, List<? extends Link> links) {
        return policy instanceof RenewableMonths renewable
                ? new Chain(renewable).ends(links)
                : eachByItself(policy, links);
    }

    private static int[] days(List<? extends Link> links) {
        int[] days = new int[links.size()];
        for (int i = 0; i < days.length; i++) {
            days[i] = links.get(i).day();
        }
        return days;
    }

    private static int[] eachByItself(ValidityPolicy policy, List<? extends Link> links) {
        int[] ends = new int[links.size()];
        for (int i = 0; i < ends.length; i++) {
            Link link = links.get(i);
            ends[i] = link.ownEnd() == Link.NO_END ? end(policy, link.day()) : link.ownEnd();
        }
        return ends;
    }

    private static int end(ValidityPolicy policy, int day) {
        return switch (policy) {
            case Forever() -> Timeline.FOR_EVER;
            case Months(int months) -> Calendar.monthsAfter(day, months);
            case RenewableMonths(int months, int _) -> Calendar.monthsAfter(day, months);
            case EndOfYear(int years) -> Calendar.newYearAfter(day, years + 1);
        };
    }
}
