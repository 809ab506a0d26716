package no.kompetansebro.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads CSV as RFC 4180 writes it, record by record in constant memory: comma or semicolon, whichever the first line has
 * more of, lines ended by LF, CR LF or CR. A library would be shorter, but none names the line of a quote that is never
 * closed, of text after a quote, and of a wrong byte, and goes on after the faults that it can go on after.
 */
final class CsvReader {

    static final int LONGEST_CELL = 10_000;
    static final int MOST_CELLS = 200;

    private final Utf8Characters in;
    private final char separator;
    private final StringBuilder cell = new StringBuilder();
    private List<CsvRecord.Fault> faults = new ArrayList<>();
    private int line = 1;

    CsvReader(InputStream in) throws IOException {
        this.in = new Utf8Characters(in);
        this.separator = separatorIn(this.in.ahead());
    }

    private static char separatorIn(CharSequence text) {
        boolean quoted = false;
        int commas = 0;
        int semicolons = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == '\n' || c == '\r')) {
                break;
            }
            commas += !quoted && c == ',' ? 1 : 0;
            semicolons += !quoted && c == ';' ? 1 : 0;
        }
        return semicolons > commas ? ';' : ',';
    }

    /** Whether a decimal comma is allowed: where commas do not separate. */
    boolean decimalComma() {
        return separator == ';';
    }

    /** The line that is being read, from 1. */
    int line() {
        return line;
    }

    /** The next record; empty at the end. Lines of nothing but blanks are passed over. Throws {@link QuoteNeverClosed}. */
    Optional<CsvRecord> next() throws IOException {
        while (in.peek() != Utf8Characters.END) {
            skipBlanks();
            if (!atEndOfLine()) {
                return Optional.of(record());
            }
            read();
        }
        return Optional.empty();
    }

    private CsvRecord record() throws IOException {
        int start = line;
        List<String> cells = new ArrayList<>();
        faults = new ArrayList<>();
        cells.add(cell(0));
        while (in.peek() == separator) {
            read();
            String value = cell(cells.size());
            if (cells.size() < MOST_CELLS) {
                cells.add(value);
            }
        }
        read();
        return new CsvRecord(start, cells, faults);
    }

    private String cell(int number) throws IOException {
        cell.setLength(0);
        skipBlanks();
        if (in.peek() == '"') {
            quoted(number);
        } else {
            plain(number);
        }
        return Blanks.trimmed(cell);
    }

    private void plain(int number) throws IOException {
        while (!atEndOfCell()) {
            if (in.peek() == '"') {
                fault(number, "a quote inside a value that is not in quotes");
            }
            append(number, read());
        }
    }

    private void quoted(int number) throws IOException {
        int opened = line;
        read();
        while (in.peek() != '"' || isDoubled()) {
            if (in.peek() == Utf8Characters.END) {
                throw new QuoteNeverClosed(opened);
            }
            append(number, read());
        }
        skipBlanks();
        while (!atEndOfCell()) {
            fault(number, "text after the closing quote");
            read();
        }
    }

    /** At a quote: whether it stands for a quote in the value; the first of the two is used up. Else it closes. */
    private boolean isDoubled() throws IOException {
        read();
        return in.peek() == '"';
    }

    private void append(int number, int character) {
        if (cell.length() < LONGEST_CELL) {
            cell.append((char) character);
        } else {
            fault(number, "longer than " + LONGEST_CELL + " characters");
        }
    }

    private void fault(int number, String message) {
        if (faults.isEmpty() || faults.getLast().cell() != number) {
            faults.add(new CsvRecord.Fault(number, message));
        }
    }

    private void skipBlanks() throws IOException {
        while (in.peek() == ' ' || in.peek() == '\t') {
            read();
        }
    }

    private boolean atEndOfCell() throws IOException {
        return in.peek() == separator || atEndOfLine();
    }

    private boolean atEndOfLine() throws IOException {
        int next = in.peek();
        return next == '\n' || next == '\r' || next == Utf8Characters.END;
    }

    /** The next character; CR LF and CR are given as one LF. */
    private int read() throws IOException {
        int c = in.read();
        if (c == '\r') {
            if (in.peek() == '\n') {
                in.read();
            }
            c = '\n';
        }
        line += c == '\n' ? 1 : 0;
        return c;
    }

    /** The file ends inside quotes. */
    static final class QuoteNeverClosed extends IOException {

        private final int opened;

        QuoteNeverClosed(int opened) {
            super("the quote is never closed");
            this.opened = opened;
        }

        /** The line of the opening quote. */
        int opened() {
            return opened;
        }
    }
}
