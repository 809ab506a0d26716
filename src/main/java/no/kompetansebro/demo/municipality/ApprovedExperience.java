package no.kompetansebro.demo.municipality;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Leaders at level 1 meet two modules of the leadership school by experience, on approval: written before they learn anything else. */
record ApprovedExperience(LocalDate today, LearningLedger ledger) {

    private static final String LEVEL = "1";
    private static final List<String> COMPETENCES = List.of("lederskole-01", "lederskole-03");
    private static final int DAYS_TO_APPROVE = 30;

    void write(List<Person> everybody) {
        everybody.stream()
                .filter(person ->
                        person.mainPost().level().filter(LEVEL::equals).isPresent())
                .forEach(this::approve);
    }

    private void approve(Person person) {
        LocalDate approved = person.mainPost().period().from().plusDays(DAYS_TO_APPROVE);
        if (!approved.isAfter(today)) {
            COMPETENCES.forEach(competence -> ledger.evidence(
                    person, competence, Optional.empty(), approved, Optional.empty(), "PRIOR_LEARNING"));
        }
    }
}
