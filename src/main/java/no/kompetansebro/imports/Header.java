package no.kompetansebro.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which of the file's cells is which of the kind's columns. */
final class Header {

    private static final int NONE = -1;

    private final List<String> names;
    private final int[] cellOfColumn;

    private Header(List<String> names, int[] cellOfColumn) {
        this.names = names;
        this.cellOfColumn = cellOfColumn;
    }

    /** Reads the header row; what is wrong with it is added to the errors. */
    static Header of(CsvRecord record, List<Column> columns, RowErrors errors) {
        record.faults()
                .forEach(fault ->
                        errors.add(record.line(), nameOf(record.cells(), fault.cell()), null, fault.message()));
        reportUnknownAndRepeated(record, columns, errors);
        int[] cells = columns.stream()
                .mapToInt(column -> record.cells().indexOf(column.name()))
                .toArray();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] == NONE && columns.get(i).mandatory()) {
                errors.add(record.line(), columns.get(i).name(), null, "the column is missing");
            }
        }
        return new Header(record.cells(), cells);
    }

    private static void reportUnknownAndRepeated(CsvRecord record, List<Column> columns, RowErrors errors) {
        Set<String> seen = new HashSet<>();
        List<String> known = columns.stream().map(Column::name).toList();
        for (String name : record.cells()) {
            if (!known.contains(name)) {
                errors.add(record.line(), name, name, "is no column of this kind; it has " + String.join(", ", known));
            } else if (!seen.add(name)) {
                errors.add(record.line(), name, name, "the column is there twice");
            }
        }
    }

    private static String nameOf(List<String> names, int cell) {
        return cell < names.size() ? names.get(cell) : "";
    }

    int width() {
        return names.size();
    }

    /** The header of the file's cell. */
    String nameOf(int cell) {
        return nameOf(names, cell);
    }

    /** The value of the kind's column in the record; empty where the file does not have the column. */
    String value(CsvRecord record, int column) {
        return cellOfColumn[column] == NONE ? "" : record.cells().get(cellOfColumn[column]);
    }
}
