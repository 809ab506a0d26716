package no.kompetansebro.demo.municipality;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance that is the same every time for the same seed. */
final class Chance {

    private final Random random;

    private Chance(long seed) {
        this.random = new Random(seed);
    }

    /** The chance that belongs to a thing of this name, whatever else is drawn. */
    static Chance of(long seed, String name) {
        return new Chance(seed * 1_000_003L + name.hashCode() * 7919L);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** From the first to the last, both included; the first where the last is before it. */
    int between(int first, int last) {
        return last <= first ? first : first + random.nextInt(last - first + 1);
    }

    /** A number from 0 to 1. */
    double share() {
        return random.nextDouble();
    }

    /** A number around 0, with a standard deviation of 1. */
    double around() {
        return random.nextGaussian();
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    <T> List<T> shuffled(List<T> list) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    /** A working day from the first to the last, both included; the first where the last is before it. */
    LocalDate day(LocalDate first, LocalDate last) {
        int days = (int) ChronoUnit.DAYS.between(first, last);
        LocalDate day = first.plusDays(between(0, days));
        return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue() ? day : workingDayNear(day, first);
    }

    private static LocalDate workingDayNear(LocalDate day, LocalDate first) {
        LocalDate friday = day.minusDays(day.getDayOfWeek().getValue() - DayOfWeek.FRIDAY.getValue());
        return friday.isBefore(first) ? day : friday;
    }
}
