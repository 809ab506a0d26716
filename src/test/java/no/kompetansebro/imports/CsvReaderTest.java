package no.kompetansebro.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CsvReaderTest {

    @Test
    void readsRecordsWithTheLineTheyBeginOn() throws IOException {
        assertThat(read("a,b\n1,2\r\n\"x\ny\",3\r4,5")).containsExactly("1[a|b]", "2[1|2]", "3[x\ny|3]", "5[4|5]");
    }

    @Test
    void tellsSemicolonsFromCommasByTheFirstLine() throws IOException {
        assertThat(read("a;b\n1,5;2\n")).containsExactly("1[a|b]", "2[1,5|2]");
        assertThat(read("a,b\n1;5,2\n")).containsExactly("1[a|b]", "2[1;5|2]");
        assertThat(read("\"a;;;\",b\n1,2\n")).containsExactly("1[a;;;|b]", "2[1|2]");
        assertThat(read("a\n1\n")).containsExactly("1[a]", "2[1]");
    }

    @Test
    void readsQuotesAndTheQuotesInThem() throws IOException {
        assertThat(read("a,b\n\"1,\"\"2\"\"\",\"\"\n")).containsExactly("1[a|b]", "2[1,\"2\"|]");
    }

    @Test
    void trimsBlanksAroundValuesAndPassesOverBlankLines() throws IOException {
        assertThat(read(" a ,\tb\n\n  \n \"1\" , 2\u00a0\n\n")).containsExactly("1[a|b]", "4[1|2]");
    }

    @Test
    void passesOverAByteOrderMark() throws IOException {
        assertThat(read("\ufeffa,b\n")).containsExactly("1[a|b]");
        assertThat(read("\ufeff")).isEmpty();
        assertThat(read("")).isEmpty();
    }

    @Test
    void goesOnAfterTextBesideQuotes() throws IOException {
        assertThat(read("a,b\n\"1\"x,2\n3,4\"5\n6,7\n"))
                .containsExactly(
                        "1[a|b]",
                        "2[1|2] 0:text after the closing quote",
                        "3[3|4\"5] 1:a quote inside a value that is not in quotes",
                        "4[6|7]");
    }

    @Test
    void namesTheLineOfAQuoteThatIsNeverClosed() {
        assertThatThrownBy(() -> read("a,b\n1,2\n3,\"4\n5,6\n"))
                .isInstanceOfSatisfying(
                        CsvReader.QuoteNeverClosed.class,
                        e -> assertThat(e.opened()).isEqualTo(3));
    }

    @Test
    void namesTheLineOfAWrongByteHoweverFarIn() throws IOException {
        String good = "æ,b\n".repeat(100_000);
        byte[] bytes = (good + "ø,b\n").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 4] = 'x';
        var csv = new CsvReader(new ByteArrayInputStream(bytes));
        for (int i = 1; i <= 100_000; i++) {
            assertThat(csv.next().orElseThrow().line()).isEqualTo(i);
        }

        assertThatThrownBy(csv::next).isInstanceOf(Utf8Characters.NotUtf8.class);
        assertThat(csv.line()).isEqualTo(100_001);
    }

    @Test
    void refusesACharacterThatTheFileEndsInside() {
        byte[] cut = {'a', '\n', 'b', (byte) 0xC3};

        assertThatThrownBy(() -> {
                    var csv = new CsvReader(new ByteArrayInputStream(cut));
                    csv.next();
                    csv.next();
                })
                .isInstanceOf(Utf8Characters.NotUtf8.class);
    }

    @Test
    void keepsALongCellAndARowOfManyCellsWithinBounds() throws IOException {
        var csv = new CsvReader(stream("x".repeat(50_000_000) + "\n" + ",".repeat(1_000_000) + "\n"));

        CsvRecord first = csv.next().orElseThrow();
        assertThat(first.cells().getFirst()).hasSize(CsvReader.LONGEST_CELL);
        assertThat(first.faults()).hasSize(1);
        assertThat(csv.next().orElseThrow().cells()).hasSize(CsvReader.MOST_CELLS);
    }

    @Property(tries = 300)
    void readsBackWhatIsWrittenAsRfc4180Says(@ForAll("tables") List<List<String>> table) throws IOException {
        String text = table.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"));

        var csv = new CsvReader(stream(text));
        List<List<String>> back = new ArrayList<>();
        for (Optional<CsvRecord> record = csv.next(); record.isPresent(); record = csv.next()) {
            assertThat(record.get().faults()).isEmpty();
            back.add(record.get().cells());
        }
        assertThat(back).isEqualTo(table);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cells =
                Arbitraries.strings().withChars("abæø,;\"\n ").ofMaxLength(8).map(Blanks::trimmed);
        return cells.list().ofSize(3).list().ofMinSize(1).ofMaxSize(5);
    }

    private static List<String> read(String text) throws IOException {
        var csv = new CsvReader(stream(text));
        List<String> records = new ArrayList<>();
        for (Optional<CsvRecord> record = csv.next(); record.isPresent(); record = csv.next()) {
            records.add(shown(record.get()));
        }
        return records;
    }

    private static String shown(CsvRecord record) {
        return record.line() + "[" + String.join("|", record.cells()) + "]"
                + record.faults().stream()
                        .map(fault -> " " + fault.cell() + ":" + fault.message())
                        .collect(Collectors.joining());
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
