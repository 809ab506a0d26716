package no.kompetansebro.demo.municipality;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Writes the courses of those who keep up the minimum cover of their unit. */
record MinimumHolders(long seed, LocalDate today, LearningLedger ledger) {

    private static final int GROUP_LEADERS = 3;

    void write(List<Person> everybody) {
        everybody.stream()
                .filter(person -> person.role("superbruker").isPresent())
                .forEach(person -> course(person, "superbruker-kurs", 800));
        everybody.stream()
                .filter(person -> person.mainPost().position() == Position.HS)
                .limit(GROUP_LEADERS)
                .forEach(person -> course(person, "skilsmissegruppe-kurs", 1200));
    }

    private void course(Person person, String item, int daysBack) {
        Chance chance = Chance.of(seed, item + person.number());
        ledger.result(person, item, chance.day(today.minusDays(daysBack), today), Optional.empty(), "kursregister");
    }
}
