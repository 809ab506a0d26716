package no.kompetansebro.api;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Figures as coverage.md section 8 has them counted, from exported pairs and nothing else; or as the API gives them. */
record Counted(
        long pairs,
        long covered,
        long expiring,
        long due,
        long overdue,
        long expired,
        long exempt,
        @Nullable Double coverage,
        long employees,
        long fullyCovered) {

    private static final Set<String> GAPS = Set.of("DUE", "OVERDUE", "EXPIRED");

    /** An exported pair. */
    record Row(String employee, String requirement, String status) {}

    static Counted of(Collection<Row> rows) {
        Map<String, Long> by = rows.stream().collect(Collectors.groupingBy(Row::status, Collectors.counting()));
        long expiring = by.getOrDefault("EXPIRING", 0L);
        long covered = by.getOrDefault("COVERED", 0L) + expiring;
        long exempt = by.getOrDefault("EXEMPT", 0L);
        Set<String> employees = rows.stream()
                .filter(row -> !row.status().equals("EXEMPT"))
                .map(Row::employee)
                .collect(Collectors.toSet());
        Set<String> lacking = rows.stream()
                .filter(row -> GAPS.contains(row.status()))
                .map(Row::employee)
                .collect(Collectors.toSet());
        long toCover = rows.size() - exempt;
        return new Counted(
                rows.size(),
                covered,
                expiring,
                by.getOrDefault("DUE", 0L),
                by.getOrDefault("OVERDUE", 0L),
                by.getOrDefault("EXPIRED", 0L),
                exempt,
                toCover == 0 ? null : (double) covered / toCover,
                employees.size(),
                employees.size() - lacking.size());
    }

    /** A row of a summary or a trend. */
    static Counted of(JsonNode row) {
        JsonNode coverage = row.path("coverage");
        return new Counted(
                row.path("pairs").asLong(),
                row.path("covered").asLong(),
                row.path("expiring").asLong(),
                row.path("due").asLong(),
                row.path("overdue").asLong(),
                row.path("expired").asLong(),
                row.path("exempt").asLong(),
                coverage.isNull() ? null : coverage.asDouble(),
                row.path("employees").asLong(),
                row.path("fully_covered").asLong());
    }

    /** Of a thousand, rounded down, as a screen shows it; less than nothing where there is nothing to cover. */
    long perMille() {
        return pairs == exempt ? -1 : 1_000 * covered / (pairs - exempt);
    }

    long lapsed() {
        return overdue + expired;
    }
}
