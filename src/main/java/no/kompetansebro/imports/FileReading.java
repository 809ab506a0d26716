package no.kompetansebro.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads a file of one kind row by row and finds everything that can be told wrong without the database. */
final class FileReading {

    private final List<Column> columns;
    private final List<RowRule> rules;
    private final LocalDate today;
    private final RowErrors errors;

    FileReading(ImportKind kind, LocalDate today, RowErrors errors) {
        this.columns = kind.columns();
        this.rules = kind.rules();
        this.today = today;
        this.errors = errors;
    }

    /**
     * Gives the rows to the sink, those with refused values too (marked unsound). False when the file could not be read
     * to its end, so that nothing can be said about what its rows lack.
     */
    boolean read(InputStream in, Sink sink) throws IOException {
        try {
            return read(new CsvReader(in), sink);
        } catch (Utf8Characters.NotUtf8 e) {
            errors.add(1, null, null, "is not UTF-8");
            return false;
        }
    }

    private boolean read(CsvReader csv, Sink sink) throws IOException {
        try {
            Optional<Header> header = header(csv);
            return header.isPresent() && rows(csv, header.get(), sink);
        } catch (Utf8Characters.NotUtf8 e) {
            errors.add(csv.line(), null, null, "has bytes that are not UTF-8");
        } catch (CsvReader.QuoteNeverClosed e) {
            errors.add(e.opened(), null, null, "a quote opens here and is never closed");
        }
        return false;
    }

    private Optional<Header> header(CsvReader csv) throws IOException {
        Optional<CsvRecord> first = csv.next();
        if (first.isEmpty()) {
            errors.add(1, null, null, "the file is empty: a header row is needed");
            return Optional.empty();
        }
        Header header = Header.of(first.get(), columns, errors);
        return Optional.of(header).filter(_ -> errors.isEmpty());
    }

    private boolean rows(CsvReader csv, Header header, Sink sink) throws IOException {
        for (Optional<CsvRecord> record = csv.next(); record.isPresent(); record = csv.next()) {
            read(record.get(), header, csv.decimalComma(), sink);
            if (errors.areEnough()) {
                return false;
            }
        }
        return true;
    }

    private void read(CsvRecord record, Header header, boolean decimalComma, Sink sink) {
        if (record.cells().size() != header.width()) {
            errors.add(
                    record.line(),
                    null,
                    null,
                    "has " + record.cells().size() + " values where the header has " + header.width());
            return;
        }
        Row row = new Row(record.line(), columns);
        if (record.faults().isEmpty()) {
            fill(row, record, header, decimalComma);
            rules.forEach(rule -> rule.check(row, today)
                    .ifPresent(refusal -> refuse(
                            row, refusal.column(), row.value(refusal.column()).orElse(""), refusal.message())));
        } else {
            record.faults()
                    .forEach(fault -> refuse(
                            row, header.nameOf(fault.cell()), record.cells().get(fault.cell()), fault.message()));
        }
        sink.accept(row);
    }

    private void fill(Row row, CsvRecord record, Header header, boolean decimalComma) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String value = header.value(record, i);
            if (!value.isEmpty()) {
                set(row, i, value, column.type().read(value, decimalComma));
            } else if (column.mandatory()) {
                refuse(row, column.name(), "", "is required");
            } else if (column.fallback().isPresent()) {
                row.set(i, column.fallback().get());
            }
        }
    }

    private void set(Row row, int column, String value, Cell cell) {
        switch (cell) {
            case Cell.Good good -> row.set(column, good.value());
            case Cell.Bad bad -> refuse(row, columns.get(column).name(), value, bad.message());
        }
    }

    private void refuse(Row row, String column, String value, String message) {
        row.markUnsound();
        errors.add(row.line(), column, value, message);
    }

    /** Where rows go. */
    interface Sink {
        void accept(Row row);
    }
}
