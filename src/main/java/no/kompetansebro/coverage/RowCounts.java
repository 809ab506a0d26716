package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import no.kompetansebro.coverage.engine.Employment;
import no.kompetansebro.coverage.engine.Obligation;

/** Counts pairs on one date by row (coverage.md section 8). */
final class RowCounts {

    private final Rows rows;
    private final Question question;
    private final SortedMap<String, Tally> tallies = new TreeMap<>(CodePoints.ORDER);
    private final Set<Tally> touched = new HashSet<>();

    RowCounts(Rows rows, Question question) {
        this.rows = rows;
        this.question = question;
        rows.fixed().forEach(this::tally);
    }

    /** Counts the employee, each employee once. */
    void add(PairsOfPerson pairs) {
        pairs.obligations()
                .forEach(obligation -> obligation
                        .on(question.asOf())
                        .filter(s -> question.asksFor(s.status()))
                        .ifPresent(s -> add(pairs, obligation, s.status())));
        touched.forEach(Tally::endEmployee);
        touched.clear();
    }

    private void add(PairsOfPerson pairs, Obligation obligation, Status status) {
        for (String key : keys(pairs, obligation)) {
            Tally tally = tally(key);
            tally.add(status);
            touched.add(tally);
        }
    }

    private Set<String> keys(PairsOfPerson pairs, Obligation obligation) {
        List<Employment> employments = pairs.person().person().employments();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < employments.size(); i++) {
            Employment employment = employments.get(i);
            if (obligation.byEmployment().get(i).contains(question.asOf())
                    && pairs.sight().counts(pairs.person().id(), employment)) {
                key(pairs, obligation, employment).ifPresent(keys::add);
            }
        }
        return keys;
    }

    private Optional<String> key(PairsOfPerson pairs, Obligation obligation, Employment employment) {
        return rows.key(employment, pairs.rules().requirement(obligation.requirement()));
    }

    private Tally tally(String key) {
        return tallies.computeIfAbsent(key, _ -> new Tally(List.of(question.asOf()), _ -> true));
    }

    /** The rows, ordered by key. */
    List<SummaryRow> summary() {
        LocalDate asOf = question.asOf();
        return tallies.entrySet().stream()
                .map(row -> new SummaryRow(
                        row.getKey(),
                        rows.name(row.getKey()),
                        Objects.requireNonNull(row.getValue().figures().get(asOf))))
                .toList();
    }
}
