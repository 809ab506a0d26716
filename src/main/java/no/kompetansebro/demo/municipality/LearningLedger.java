package no.kompetansebro.demo.municipality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Collects what people and units have learned, as the rows of the import files. A fact comes once. */
final class LearningLedger {

    private final Csv results = new Csv(
            "employee_no", "item", "achieved_on", "score", "hours", "valid_until", "source", "external_id", "revoked");
    private final Csv evidence = new Csv(
            "employee_no", "competence", "level", "achieved_on", "valid_until", "kind", "source", "external_id");
    private final Csv unitResults = new Csv("unit", "item", "achieved_on", "source", "external_id");
    private final Csv exemptions = new Csv("employee_no", "requirement", "valid_from", "valid_until", "reason");
    private final Set<String> known = new HashSet<>();

    void result(Person person, String item, LocalDate on, Optional<BigDecimal> score, String source) {
        String id = person.number() + "/" + item + "/" + on;
        if (known.add(id)) {
            results.row(person.number(), item, on, score, "", "", source, id, "");
        }
    }

    /** The row as often as there are copies of it. */
    void toldResult(Person person, String item, LocalDate on, Optional<BigDecimal> score, boolean revoked, int copies) {
        String id = person.number() + "/" + item + "/" + on;
        known.add(id);
        for (int i = 0; i < copies; i++) {
            results.row(person.number(), item, on, score, "", "", "laering", id, revoked ? "true" : "");
        }
    }

    void evidence(
            Person person,
            String competence,
            Optional<String> level,
            LocalDate on,
            Optional<LocalDate> until,
            String kind) {
        String id = person.number() + "/" + competence + "/" + on;
        if (known.add(id)) {
            evidence.row(person.number(), competence, level, on, until, kind, "personalmappe", id);
        }
    }

    void unitResult(String unit, String item, LocalDate on) {
        String id = unit + "/" + item + "/" + on;
        if (known.add(id)) {
            unitResults.row(unit, item, on, "kursregister", id);
        }
    }

    void exemption(Person person, String requirement, Period period, String reason) {
        exemptions.row(person.number(), requirement, period.from(), period.until(), reason);
    }

    String results() {
        return results.text();
    }

    String evidence() {
        return evidence.text();
    }

    String unitResults() {
        return unitResults.text();
    }

    String exemptions() {
        return exemptions.text();
    }
}
