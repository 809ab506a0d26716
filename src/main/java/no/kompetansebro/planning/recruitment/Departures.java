package no.kompetansebro.planning.recruitment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.kompetansebro.organisation.Staffing;

/**
 * How many of a position leave in each year of the horizon. Whoever is known to leave leaves then, or retires before; of all
 * others so many per cent leave each year.
 *
 * @param people on the date
 * @param years in order
 */
record Departures(String position, String title, long people, BigDecimal fte, List<Year> years) {

    /**
     * A year.
     *
     * @param known whose employment ends in it
     * @param retired who reach the age of retirement in it, or have before
     * @param turnover how many more may be expected to leave
     * @param stay the share of those not known to have left by its end who are expected to be there still, 0 to 1
     */
    record Year(int year, long known, long retired, double turnover, double stay) {

        double all() {
            return known + retired + turnover;
        }
    }

    /** Of each position, by its code. */
    static List<Departures> of(List<Staffing> staff, Horizon horizon, Assumptions assumptions) {
        return staff.stream()
                .collect(Collectors.groupingBy(Staffing::position, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(position -> ofPosition(position, horizon, assumptions))
                .toList();
    }

    private static Departures ofPosition(List<Staffing> staff, Horizon horizon, Assumptions assumptions) {
        String position = staff.getFirst().position();
        long people = staff.stream().mapToLong(Staffing::people).sum();
        double rate = assumptions.turnover(position).doubleValue() / 100;
        List<Year> years = new ArrayList<>();
        long present = people;
        long knownToLeave = 0;
        double turnedOver = 0;
        for (int year : horizon.years()) {
            long known = count(staff, year, horizon, assumptions.retirementAge(), false);
            long retired = count(staff, year, horizon, assumptions.retirementAge(), true);
            present -= known + retired;
            double turnover = Math.max(0, present - turnedOver) * rate * horizon.share(year);
            turnedOver += turnover;
            knownToLeave += leaving(staff, year);
            long recorded = people - knownToLeave;
            years.add(new Year(
                    year,
                    known,
                    retired,
                    turnover,
                    recorded == 0 ? 1 : Math.clamp((present - turnedOver) / recorded, 0, 1)));
        }
        BigDecimal fte = staff.stream().map(Staffing::fte).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Departures(position, staff.getFirst().title(), people, fte, List.copyOf(years));
    }

    /** Who go in the year, by retiring or as they are known to. */
    private static long count(
            List<Staffing> staff, int year, Horizon horizon, OptionalInt retirementAge, boolean retiring) {
        return staff.stream()
                .filter(each -> {
                    int leaves = each.leaves().orElse(Integer.MAX_VALUE);
                    int retires = retires(each, horizon, retirementAge);
                    boolean first = retiring ? retires < leaves : leaves <= retires;
                    return first && Math.min(leaves, retires) == year;
                })
                .mapToLong(Staffing::people)
                .sum();
    }

    private static int retires(Staffing staff, Horizon horizon, OptionalInt age) {
        return age.isEmpty() || staff.birthYear().isEmpty()
                ? Integer.MAX_VALUE
                : Math.max(horizon.from().getYear(), staff.birthYear().getAsInt() + age.getAsInt());
    }

    private static long leaving(List<Staffing> staff, int year) {
        return staff.stream()
                .filter(each -> each.leaves().isPresent() && each.leaves().getAsInt() == year)
                .mapToLong(Staffing::people)
                .sum();
    }
}
