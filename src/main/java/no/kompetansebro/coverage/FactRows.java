package no.kompetansebro.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one query, read through a cursor and taken employee by employee; the query has the employees in the same
 * order as they are asked for here.
 */
final class FactRows<T> implements AutoCloseable {

    /** A fact, and whose it is. */
    record Row<T>(UUID employee, T fact) {}

    /** Makes the fact from the row's columns. */
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Stream<Row<T>> rows;
    private final Iterator<Row<T>> iterator;
    private @Nullable Row<T> next;

    FactRows(Stream<Row<T>> rows) {
        this.rows = rows;
        this.iterator = rows.iterator();
        this.next = read();
    }

    /** The employee's facts; none when the next row is another's. */
    List<T> of(UUID employee) {
        List<T> facts = new ArrayList<>();
        Row<T> row = next;
        while (row != null && row.employee().equals(employee)) {
            facts.add(row.fact());
            row = read();
        }
        next = row;
        return facts;
    }

    private @Nullable Row<T> read() {
        return iterator.hasNext() ? iterator.next() : null;
    }

    @Override
    public void close() {
        rows.close();
    }
}
