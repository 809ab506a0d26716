package no.kompetansebro.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table as an Office Open XML workbook (ECMA-376): numbers, shares and dates are values with a format, texts are texts whatever
 * they look like. The head stays in sight; what the table means stands on the second sheet.
 */
final class XlsxFile {

    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_SHEET_NAME = 31;
    private static final int NARROWEST = 9;
    private static final int WIDEST = 60;

    private XlsxFile() {}

    static byte[] of(Table table, Labels labels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Kompetansebro", "1.0")) {
            String title = sheetName(table.title());
            write(table, workbook.newWorksheet(title));
            new AboutSheet(table, labels)
                    .write(workbook.newWorksheet(
                            labels.about().equals(title) ? labels.about() + " (2)" : labels.about()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Table table, Worksheet sheet) throws IOException {
        List<Column> columns = table.columns();
        for (int c = 0; c < columns.size(); c++) {
            sheet.value(0, c, text(columns.get(c).title()));
            sheet.style(0, c).bold().wrapText(true).verticalAlignment("top").set();
            sheet.width(c, width(table, c));
        }
        for (int r = 0; r < table.rows().size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                write(sheet, r + 1, c, table.rows().get(r).get(c));
            }
        }
        sheet.freezePane(1, 1);
        sheet.setAutoFilter(0, 0, table.rows().size(), columns.size() - 1);
        sheet.repeatRows(0);
        sheet.pageOrientation("landscape");
        sheet.finish();
    }

    private static void write(Worksheet sheet, int row, int column, Cell cell) {
        switch (cell) {
            case Cell.Text text -> sheet.value(row, column, text.value().isEmpty() ? null : text(text.value()));
            case Cell.Amount number -> {
                sheet.value(row, column, number.value());
                sheet.style(row, column)
                        .format(isWhole(number.value()) ? "#,##0" : "#,##0.0#")
                        .set();
            }
            case Cell.Share share -> {
                sheet.value(row, column, share.value());
                sheet.style(row, column).format("0.0%").set();
            }
            case Cell.Day day -> {
                sheet.value(row, column, day.value());
                sheet.style(row, column).format("dd.mm.yyyy").set();
            }
        }
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static double width(Table table, int column) {
        int longest = table.rows().stream()
                .mapToInt(row ->
                        row.get(column) instanceof Cell.Text text ? text.value().length() : NARROWEST)
                .max()
                .orElse(NARROWEST);
        int head = Math.min(table.columns().get(column).title().length(), 2 * NARROWEST);
        return Math.clamp(Math.max(longest, head) + 2L, NARROWEST, WIDEST);
    }

    /** Without what XML cannot hold, and no longer than a cell. */
    static String text(String value) {
        StringBuilder kept = new StringBuilder();
        value.codePoints().filter(XlsxFile::isOfXml).limit(LONGEST_TEXT / 2).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** XML 1.0 section 2.2; a carriage return would become a line feed. */
    private static boolean isOfXml(int c) {
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return c == '\t' || c == '\n' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !surrogate);
    }

    private static String sheetName(String title) {
        String name = text(title).replaceAll("[\\[\\]:*?/\\\\'\t\n]", " ").strip();
        return name.isEmpty()
                ? "1"
                : name.substring(0, Math.min(name.length(), LONGEST_SHEET_NAME)).strip();
    }
}
