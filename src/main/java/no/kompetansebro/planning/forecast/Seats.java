package no.kompetansebro.planning.forecast;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.kompetansebro.coverage.Fall;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.planning.forecast.Outlook.Need;
import no.kompetansebro.shared.DateInterval;

/**
 * How many seats it takes, by item and quarter: each employee one in each item, in the quarter in which the first pair that
 * needs it would come to be past its deadline; first those that are so already.
 */
record Seats(List<DateInterval> quarters, Map<ItemCode, long[]> byItem, long withoutWay) {

    private record Seat(EmployeeId employee, ItemCode item) {}

    static Seats of(List<Need> needs, Horizon horizon) {
        Map<Seat, LocalDate> first = new HashMap<>();
        Map<Seat, Boolean> behind = new HashMap<>();
        long withoutWay = 0;
        for (Need need : needs) {
            Fall fall = need.fall();
            boolean seats = fall.kind() != Fall.Kind.ENDS;
            withoutWay += seats && need.items().isEmpty() ? 1 : 0;
            for (ItemCode item : seats ? need.items() : List.<ItemCode>of()) {
                Seat seat = new Seat(fall.employee(), item);
                first.merge(seat, fall.on(), (a, b) -> a.isBefore(b) ? a : b);
                behind.merge(seat, fall.kind() == Fall.Kind.BEHIND, Boolean::logicalOr);
            }
        }
        List<DateInterval> quarters = horizon.quarters();
        Map<ItemCode, long[]> by = new LinkedHashMap<>();
        first.forEach((seat, on) -> {
            int place = behind.getOrDefault(seat, false) ? 0 : 1 + Horizon.index(quarters, on);
            by.computeIfAbsent(seat.item(), _ -> new long[1 + quarters.size()])[place]++;
        });
        return new Seats(quarters, by, withoutWay);
    }
}
