package no.kompetansebro.imports;

/**
 * What must be true across rows, and between the file and what is recorded.
 *
 * @param sql a query for the errors: {@code line, column_name, value, message}
 */
public record Check(String sql) {

    /** Each value of the column is a key of the employer's table. */
    public static Check exists(String column, String table, String key) {
        return new Check("""
                select r.line, '%1$s' as column_name, r.%1$s as value, 'there is no %2$s with this code' as message
                  from incoming r
                 where r.%1$s is not null
                   and not exists (select from %2$s t where t.%3$s = r.%1$s)
                """.formatted(column, table, key));
    }
}
