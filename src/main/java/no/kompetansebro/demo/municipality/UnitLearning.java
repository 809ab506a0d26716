package no.kompetansebro.demo.municipality;

import java.time.LocalDate;
import java.util.List;

/** Writes what whole units have done: the yearly ethics review, mini-courses, milestones. */
final class UnitLearning {

    private static final String WITHOUT_REVIEW = "216";
    private static final String REVIEW = "etikk-gjennomgang";
    private static final List<String> MILESTONES = List.of("dysleksi-plan", "dysleksi-personalet", "dysleksi-evaluert");

    private final long seed;
    private final LocalDate today;
    private final LearningLedger ledger;

    UnitLearning(long seed, LocalDate today, LearningLedger ledger) {
        this.seed = seed;
        this.today = today;
        this.ledger = ledger;
    }

    void write(List<Unit> units) {
        units.stream().filter(Unit::isVirksomhet).forEach(this::reviews);
        units.stream().filter(UnitLearning::isSchool).forEach(this::school);
    }

    /** Golden case 26: one unit has not had its review for two years. */
    private void reviews(Unit unit) {
        Chance chance = Chance.of(seed, "review " + unit.code());
        int year = today.getYear();
        review(unit, chance, year - 2);
        if (!unit.code().equals(WITHOUT_REVIEW)) {
            review(unit, chance, year - 1);
            review(unit, chance, year);
        }
    }

    private void review(Unit unit, Chance chance, int year) {
        LocalDate day = chance.day(LocalDate.of(year, 2, 1), LocalDate.of(year, 12, 10));
        if (!day.isAfter(today)) {
            ledger.unitResult(unit.code(), REVIEW, day);
        }
    }

    private static boolean isSchool(Unit unit) {
        return unit.isVirksomhet() && unit.code().startsWith("21");
    }

    private void school(Unit unit) {
        Chance chance = Chance.of(seed, "school " + unit.code());
        int courses = chance.happens(0.7) ? 6 : 4;
        for (int i = 0; i < courses; i++) {
            ledger.unitResult(unit.code(), "minikurs", today.minusDays(20L + 45L * i));
        }
        MILESTONES
                .subList(0, chance.between(1, MILESTONES.size()))
                .forEach(item -> ledger.unitResult(unit.code(), item, chance.day(today.minusDays(600), today)));
    }
}
