package no.kompetansebro.demo.municipality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.kompetansebro.competence.ValidityPolicy;

/**
 * When a person did what a duty asks: the last time so that it ends in the outcome, before that about as often as it
 * has to be renewed, for some years back.
 *
 * @param roundDays the parts of one round lie at most so many days apart
 */
record Rhythm(LocalDate today, Chance chance, int roundDays) {

    private static final int SAFE_DAYS = 140;
    private static final int YEARS_BACK = 6;

    /** The days, the last first; none where nothing was ever done, or could have been. */
    List<LocalDate> rounds(Bound bound, Outcome outcome, ValidityPolicy validity) {
        return switch (outcome) {
            case SAFE, COVERED -> covered(bound, outcome == Outcome.SAFE ? SAFE_DAYS : roundDays, validity);
            case LAPSED -> lapsed(bound, validity);
            case NEVER, EXEMPT -> List.of();
        };
    }

    private List<LocalDate> covered(Bound bound, int daysLeft, ValidityPolicy validity) {
        LocalDate since = bound.since();
        return switch (validity) {
            case ValidityPolicy.Forever _ -> List.of(once(bound));
            case ValidityPolicy.EndOfYear _ -> everyYear(since, lastSeason(since));
            case ValidityPolicy.Months(int months) ->
                every(months, since, chance.day(later(since, earliest(months, daysLeft)), today));
            case ValidityPolicy.RenewableMonths(int months, int _) ->
                every(months, since, chance.day(later(since, earliest(months, daysLeft)), today));
        };
    }

    private LocalDate earliest(int months, int daysLeft) {
        return today.minusMonths(months).plusDays(daysLeft + 3L);
    }

    private List<LocalDate> lapsed(Bound bound, ValidityPolicy validity) {
        return switch (validity) {
            case ValidityPolicy.Forever _ -> List.of();
            case ValidityPolicy.EndOfYear _ -> everyYear(bound.since(), today.minusYears(2));
            case ValidityPolicy.Months(int months) -> lapsed(bound, months);
            case ValidityPolicy.RenewableMonths(int months, int _) -> lapsed(bound, months);
        };
    }

    private List<LocalDate> lapsed(Bound bound, int months) {
        LocalDate latest = today.minusMonths(months).minusDays(70);
        LocalDate last = chance.day(latest.minusDays(200), latest);
        return last.isBefore(bound.since()) ? List.of() : every(months, bound.since(), last);
    }

    /** Most do it before the deadline, some after; long ago it is not known. */
    private LocalDate once(Bound bound) {
        LocalDate first = later(bound.since(), today.minusYears(YEARS_BACK + 2L));
        int grace = Math.max(60, bound.duty().graceDays());
        LocalDate usual = earlier(today, first.plusDays(Math.round(grace * 1.1)));
        return bound.since().isBefore(first) ? chance.day(first, chance.day(first, today)) : chance.day(first, usual);
    }

    private LocalDate lastSeason(LocalDate since) {
        LocalDate thisYear = chance.day(LocalDate.of(today.getYear(), 2, 10), LocalDate.of(today.getYear(), 12, 5));
        LocalDate last = thisYear.isAfter(today) ? thisYear.minusYears(1) : thisYear;
        return earlier(later(last, since), today);
    }

    private List<LocalDate> everyYear(LocalDate since, LocalDate last) {
        var days = new ArrayList<LocalDate>();
        for (int year = 0; year < YEARS_BACK && !last.minusYears(year).isBefore(since); year++) {
            days.add(last.minusYears(year));
        }
        return days;
    }

    private List<LocalDate> every(int months, LocalDate since, LocalDate last) {
        var days = new ArrayList<LocalDate>();
        LocalDate horizon = later(since, today.minusYears(YEARS_BACK));
        for (LocalDate day = last; !day.isBefore(horizon) || days.isEmpty(); day = before(day, months)) {
            days.add(day);
        }
        return days;
    }

    /** Seven in ten renew in time; the others a while after it has run out. */
    private LocalDate before(LocalDate renewal, int months) {
        int late = chance.happens(0.7) ? -chance.between(1, 55) : chance.between(2, 140);
        LocalDate ended = renewal.minusDays(late);
        return chance.day(ended.minusMonths(months).minusDays(2), ended.minusMonths(months));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
