package no.kompetansebro.planning.wheel;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.RequirementCode;

/**
 * A task that comes back every year.
 *
 * @param version 1 when it is made, one more by each change
 */
record WheelTask(UUID id, Wish wish, int version) {

    /**
     * What somebody wants a task to be.
     *
     * @param area the unit within which it is; empty: everywhere
     * @param owner who sees to it, in words
     * @param freezes whether what is delivered keeps the figures of the unit
     * @param requirement the requirement whose coverage shows how far it has come
     * @param toYear the last year; empty: for ever
     */
    record Wish(
            String name,
            String description,
            WheelLevel level,
            Optional<UnitCode> area,
            String owner,
            MonthDay opens,
            MonthDay due,
            boolean freezes,
            Optional<RequirementCode> requirement,
            int fromYear,
            Optional<Integer> toYear) {}

    boolean isIn(int year) {
        return wish.fromYear() <= year
                && wish.toYear().map(last -> year <= last).orElse(true);
    }

    LocalDate opens(int year) {
        return wish.opens().atYear(year);
    }

    LocalDate due(int year) {
        return wish.due().atYear(year);
    }
}
