package no.kompetansebro.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A table as a Norwegian spreadsheet opens it by a click: UTF-8 with its mark, semicolons, decimal commas, dates as ISO 8601 (which
 * is a date in every language), and no text that it would take for a formula. The table begins in the first line; what
 * it leaves out stands after an empty line below it.
 */
final class CsvFile {

    /** Also line breaks and full-width forms, which some take for the same. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private CsvFile() {}

    static byte[] of(Table table, Labels labels) {
        StringWriter out = new StringWriter();
        out.write('\ufeff');
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(out);
        csv.writeRecord(
                table.columns().stream().map(column -> defused(column.title())).toList());
        for (List<Cell> row : table.rows()) {
            csv.writeRecord(row.stream().map(CsvFile::text).toList());
        }
        out.write("\r\n");
        csv.writeRecord(defused(table.title()));
        csv.writeRecord(labels.asOf(), table.asOf().toString());
        table.leftOut().forEach(sentence -> csv.writeRecord(defused(sentence)));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Cell cell) {
        return switch (cell) {
            case Cell.Text text -> defused(text.value());
            case Cell.Amount number -> number.value().toPlainString().replace('.', ',');
            case Cell.Share share ->
                share.value().movePointRight(2).toPlainString().replace('.', ',') + "%";
            case Cell.Day day -> day.value().toString();
        };
    }

    /** What a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String defused(String value) {
        return !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
