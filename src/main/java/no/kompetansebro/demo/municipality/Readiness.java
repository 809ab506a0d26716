package no.kompetansebro.demo.municipality;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Who gets things done: units differ, people differ, and it takes time. Higher is better; around 0. */
record Readiness(long seed, LocalDate today, Organisation organisation) {

    double of(Bound bound) {
        String unit = bound.person().mainPost().unit();
        return habitOf(unit)
                + 0.4 * Chance.of(seed, "diligence " + bound.person().number()).around()
                + 0.9
                        * Chance.of(seed, bound.duty().code() + bound.person().number())
                                .around()
                - haste(bound);
    }

    private double habitOf(String unit) {
        return switch (unit) {
            case "303-4" -> -0.78;
            case "106" -> 4;
            default ->
                0.25 * Chance.of(seed, "habit " + organisation.virksomhet(unit)).around()
                        + 0.12 * Chance.of(seed, "habit " + unit).around();
        };
    }

    /** Not everybody has done it while there is time left. */
    private double haste(Bound bound) {
        if (!bound.deadline().isAfter(today)) {
            return 0;
        }
        double left = ChronoUnit.DAYS.between(today, bound.deadline());
        return 0.5 + 1.2 * left / Math.max(1, bound.duty().graceDays());
    }
}
