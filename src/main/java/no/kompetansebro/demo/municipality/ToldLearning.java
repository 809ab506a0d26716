package no.kompetansebro.demo.municipality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Writes the learning that is told of golden persons. */
record ToldLearning(DemoDates dates, LearningLedger ledger) {

    private static final int DAYS_BETWEEN = 7;

    void write(List<GoldenPerson> golden) {
        for (GoldenPerson one : golden) {
            one.told().get("results").list().forEach(result -> result(one.person(), result));
            one.told().get("evidence").list().forEach(evidence -> evidence(one.person(), evidence));
            one.told().get("exemptions").list().forEach(exemption -> exemption(one.person(), exemption));
        }
    }

    private void result(Person person, Node told) {
        LocalDate last = dates.date(told.required("achieved"));
        for (int i = 0; i < told.number("times", 1); i++) {
            ledger.toldResult(
                    person,
                    told.required("item"),
                    last.minusDays((long) i * DAYS_BETWEEN),
                    told.text("score").map(BigDecimal::new),
                    told.has("revoked"),
                    told.number("copies", 1));
        }
    }

    private void evidence(Person person, Node told) {
        ledger.evidence(
                person,
                told.required("competence"),
                told.text("level"),
                dates.date(told.required("achieved")),
                told.text("until").map(dates::date),
                told.required("kind"));
    }

    private void exemption(Person person, Node told) {
        LocalDate from = dates.date(told.required("from"));
        Optional<LocalDate> until = told.text("until").map(dates::date);
        ledger.exemption(person, told.required("requirement"), new Period(from, until), told.required("reason"));
    }
}
