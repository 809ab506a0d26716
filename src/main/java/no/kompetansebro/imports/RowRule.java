package no.kompetansebro.imports;

import java.time.LocalDate;
import java.util.Optional;

/** What must be true within each row. */
public sealed interface RowRule {

    /** The column that is refused and why; empty when the row is as it must be. */
    Optional<Refusal> check(Row row, LocalDate today);

    /** A refused column. */
    record Refusal(String column, String message) {}

    /** The until of a half-open period comes after its start (coverage.md section 1). */
    record EndsAfterItStarts(String from, String until) implements RowRule {
        @Override
        public Optional<Refusal> check(Row row, LocalDate today) {
            return row.value(from)
                    .filter(start -> row.value(until)
                            .filter(end -> end.compareTo(start) <= 0)
                            .isPresent())
                    .map(start -> new Refusal(until, "must be after " + from + " (" + start + ")"));
        }
    }

    /** The date is not after today (coverage.md section 2). */
    record NotAfterToday(String column) implements RowRule {
        @Override
        public Optional<Refusal> check(Row row, LocalDate today) {
            return row.value(column)
                    .filter(date -> date.compareTo(today.toString()) > 0)
                    .map(_ -> new Refusal(column, "is after today (" + today + ")"));
        }
    }
}
