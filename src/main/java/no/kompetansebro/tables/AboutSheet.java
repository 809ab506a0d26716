package no.kompetansebro.tables;

import java.io.IOException;
import org.dhatim.fastexcel.Worksheet;

/** The sheet that says what a table is about, what it leaves out, and what its words mean. */
final class AboutSheet {

    private static final int WORDS = 28;
    private static final int MEANINGS = 100;

    private final Table table;
    private final Labels labels;
    private int row;

    AboutSheet(Table table, Labels labels) {
        this.table = table;
        this.labels = labels;
    }

    void write(Worksheet sheet) throws IOException {
        sheet.width(0, WORDS);
        sheet.width(1, MEANINGS);
        sheet.value(row, 0, XlsxFile.text(table.title()));
        sheet.style(row++, 0).bold().fontSize(14).set();
        sheet.value(row, 0, labels.asOf());
        sheet.value(row, 1, table.asOf());
        sheet.style(row++, 1).format("dd.mm.yyyy").horizontalAlignment("left").set();
        table.leftOut().forEach(sentence -> line(sheet, labels.leftOut(), sentence));
        table.definitions().forEach(each -> line(sheet, each.word(), each.meaning()));
        sheet.finish();
    }

    private void line(Worksheet sheet, String word, String meaning) {
        sheet.value(row, 0, XlsxFile.text(word));
        sheet.style(row, 0).verticalAlignment("top").wrapText(true).set();
        sheet.value(row, 1, XlsxFile.text(meaning));
        sheet.style(row++, 1).wrapText(true).set();
    }
}
