package no.kompetansebro.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import no.kompetansebro.tables.OpenedWorkbook.Held;
import no.kompetansebro.tables.Table.Definition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class TableTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 30);
    private static final Labels LABELS = new Labels("Per dato", "Ikke med", "Om tallene");
    private static final List<Column> COLUMNS = List.of(
            Column.text("Enhet"),
            Column.text("Kode"),
            Column.number("Krav"),
            Column.percent("Dekning"),
            Column.number("Årsverk"),
            Column.date("Frist"));

    private static final Table TABLE = Table.of(
                    "gap",
                    "Gap i Fjordvik",
                    APRIL,
                    COLUMNS,
                    List.of(
                            row("Hjemmetjenesten", "07110", 1234, OptionalDouble.of(0.99999), "2.5", APRIL),
                            row("=1+1", "-", 0, OptionalDouble.of(1), "10", APRIL.minusYears(1)),
                            List.of(
                                    Cell.text("Ås; \"natt\"\nøst"),
                                    Cell.text(""),
                                    Cell.text("skjult"),
                                    Cell.share(OptionalDouble.empty()),
                                    Cell.number(-5),
                                    Cell.NONE)))
            .leavingOut("Uten fritatte.", " ")
            .defining(List.of(new Definition("Dekning", "Dekkede av alle som ikke er fritatt.")));

    private static List<Cell> row(
            String unit, String code, long pairs, OptionalDouble coverage, String fte, LocalDate due) {
        return List.of(
                Cell.text(unit),
                Cell.text(code),
                Cell.number(pairs),
                Cell.share(coverage),
                Cell.number(new BigDecimal(fte)),
                Cell.date(due));
    }

    @Test
    void csvOpensByAClickInNorwegianExcel() {
        assertThat(new String(CsvFile.of(TABLE, LABELS), StandardCharsets.UTF_8))
                .isEqualTo("\ufeffEnhet;Kode;Krav;Dekning;Årsverk;Frist\r\n"
                        + "Hjemmetjenesten;07110;1234;99,9%;2,5;2026-04-30\r\n"
                        + "'=1+1;'-;0;100,0%;10;2025-04-30\r\n"
                        + "\"Ås; \"\"natt\"\"\nøst\";;skjult;;-5;\r\n"
                        + "\r\n"
                        + "Gap i Fjordvik\r\n"
                        + "Per dato;2026-04-30\r\n"
                        + "Uten fritatte.\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"x\")", "+47", "-2", "@sum", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1"})
    void noTextInCsvIsAFormulaNotEvenAHeadOrATitle(String text) {
        Table table = Table.of("t", text, APRIL, List.of(Column.text(text)), List.of(List.of(Cell.text(text))))
                .leavingOut(text);
        String file = new String(CsvFile.of(table, LABELS), StandardCharsets.UTF_8).substring(1);

        String quoted = text.contains("\"") || text.contains("\r") || text.contains("\n")
                ? "\"'" + text.replace("\"", "\"\"") + "\""
                : "'" + text;
        assertThat(file).startsWith(quoted + "\r\n" + quoted + "\r\n");
        assertThat(file.split(Pattern.quote(quoted), -1)).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({"Kari Nes, Kari Nes", "a=b, a=b", "' =1', ' =1'"})
    void anOrdinaryTextIsLeftAsItIs(String text, String written) {
        Table table = Table.of("t", "t", APRIL, List.of(Column.text("A")), List.of(List.of(Cell.text(text))));

        assertThat(new String(CsvFile.of(table, LABELS), StandardCharsets.UTF_8))
                .contains("\r\n" + written + "\r\n");
    }

    @Test
    void xlsxHoldsValuesWithFormatsAndTextsAsTexts() {
        OpenedWorkbook file = OpenedWorkbook.of(XlsxFile.of(TABLE, LABELS));
        Map<String, Held> first = file.row(1, 2);

        assertThat(file.sheets()).containsExactly("Gap i Fjordvik", "Om tallene");
        assertThat(first.get("A")).extracting(Held::text).isEqualTo("Hjemmetjenesten");
        assertThat(first.get("B").text()).isEqualTo("07110");
        assertThat(first.get("B").number()).isEmpty();
        assertThat(first.get("C").number())
                .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("1234"));
        assertThat(first.get("D").number())
                .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("0.999"));
        assertThat(first.get("D").format()).isEqualTo("0.0%");
        assertThat(first.get("E").number())
                .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("2.5"));
        assertThat(first.get("F").number())
                .hasValueSatisfying(n -> assertThat(LocalDate.of(1899, 12, 30).plusDays(n.intValueExact()))
                        .isEqualTo(APRIL));
        assertThat(first.get("F").format()).isEqualTo("dd.mm.yyyy");
        assertThat(file.row(1, 3).get("A").text()).isEqualTo("=1+1");
        assertThat(file.row(1, 4)).doesNotContainKeys("D", "F");
        assertThat(file.sum(1, "C")).isEqualByComparingTo("1234");
        assertThat(file.sum(1, "E")).isEqualByComparingTo("7.5");
    }

    @Test
    void xlsxKeepsItsHeadInSightAndSaysWhatItMeans() {
        OpenedWorkbook file = OpenedWorkbook.of(XlsxFile.of(TABLE, LABELS));
        Element pane = (Element) file.sheet(1).getElementsByTagName("pane").item(0);

        assertThat(pane.getAttribute("state")).isEqualTo("frozen");
        assertThat(pane.getAttribute("ySplit")).isEqualTo("1");
        assertThat(file.sheet(1).getElementsByTagName("f").getLength()).isZero();
        assertThat(file.row(2, 1).get("A").text()).isEqualTo("Gap i Fjordvik");
        assertThat(file.row(2, 3).get("B").text()).isEqualTo("Uten fritatte.");
        assertThat(file.row(2, 4).get("A").text()).isEqualTo("Dekning");
        assertThat(file.row(2, 4).get("B").text()).isEqualTo("Dekkede av alle som ikke er fritatt.");
    }

    @Test
    void whatXmlCannotHoldIsLeftOutOfXlsx() {
        String title = "Om tallene";
        Table table = Table.of(
                "t",
                title,
                APRIL,
                List.of(Column.text("A<&>")),
                List.of(List.of(Cell.text("\u0001\uffffå 🫐\ud800</v>" + "x".repeat(40_000)))));
        OpenedWorkbook file = OpenedWorkbook.of(XlsxFile.of(table, LABELS));

        assertThat(file.row(1, 1).get("A").text()).isEqualTo("A<&>");
        assertThat(file.row(1, 2).get("A").text()).startsWith("å 🫐</v>xx").hasSizeLessThan(32_767);
        assertThat(file.sheets()).containsExactly("Om tallene", "Om tallene (2)");
    }

    @Test
    void refusesARowThatDoesNotFitItsColumns() {
        List<List<Cell>> short1 = List.of(List.of(Cell.text("x")));
        List<List<Cell>> wrong = List.of(List.of(Cell.number(1), Cell.number(2)));
        List<Column> columns = List.of(Column.text("A"), Column.number("B"));

        assertThatThrownBy(() -> Table.of("t", "t", APRIL, columns, short1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Table.of("t", "t", APRIL, columns, wrong))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** For other readers: the file is left in target. */
    @Test
    void leavesAFileForOtherReaders() throws IOException {
        Path folder = Files.createDirectories(Path.of("target/tables"));
        Files.write(folder.resolve("gap.xlsx"), XlsxFile.of(TABLE, LABELS));
        Files.write(folder.resolve("gap.csv"), CsvFile.of(TABLE, LABELS));

        assertThat(folder.resolve("gap.xlsx")).isNotEmptyFile();
    }
}
