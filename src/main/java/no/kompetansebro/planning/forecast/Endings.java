package no.kompetansebro.planning.forecast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.kompetansebro.coverage.Fall;
import no.kompetansebro.planning.forecast.Outlook.Need;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.DateInterval;

/** How many pairs end, by requirement and month. */
record Endings(List<DateInterval> months, Map<RequirementCode, long[]> byRequirement) {

    static Endings of(List<Need> needs, Horizon horizon) {
        List<DateInterval> months = horizon.months();
        Map<RequirementCode, long[]> by = new LinkedHashMap<>();
        for (Need need : needs) {
            int month = Horizon.index(months, need.fall().on());
            if (need.fall().kind() == Fall.Kind.ENDS && month >= 0) {
                by.computeIfAbsent(need.fall().requirement(), _ -> new long[months.size()])[month]++;
            }
        }
        return new Endings(months, by);
    }

    /** Of all requirements, by month. */
    long[] total() {
        long[] total = new long[months.size()];
        byRequirement.values().forEach(counts -> {
            for (int month = 0; month < total.length; month++) {
                total[month] += counts[month];
            }
        });
        return total;
    }
}
