package no.kompetansebro.imports;

/**
 * What {@code mode=full} ends: that which is current today and not in the file (interfaces.md section 3). What only
 * begins later stays until it is current itself.
 *
 * @param current a query for how many are current
 * @param missing a query for how many of these the file does not have
 * @param end the statement that ends these as of today
 */
public record FullMode(String current, String missing, String end) {

    /**
     * For a table of periods {@code [valid_from, valid_until)}. A period that began today would be empty, so it is
     * removed.
     *
     * @param inFile a query for the row of {@code incoming} that is the table's row {@code t}
     */
    public static FullMode ofPeriods(String table, String inFile) {
        String current = "t.valid_from <= :today and (t.valid_until is null or t.valid_until > :today)";
        String missing = current + " and not exists (" + inFile + ")";
        return new FullMode(
                "select count(*) from " + table + " t where " + current,
                "select count(*) from " + table + " t where " + missing,
                """
                with removed as (delete from %1$s t where t.valid_from = :today and %2$s)
                update %1$s t set valid_until = :today where t.valid_from < :today and %2$s
                """.formatted(table, missing));
    }
}
