package no.kompetansebro.training.proof;

import java.nio.charset.StandardCharsets;

/**
 * Reads the tokens of a PDF one after the other (ISO 32000-1, 7.2 and 7.3): names decoded, strings skipped. Throws
 * {@link Unreadable} where one does not end.
 */
final class PdfTokens {

    /** What a token is. */
    enum Kind {
        NAME,
        WORD,
        STRING,
        OPEN_DICTIONARY,
        CLOSE_DICTIONARY,
        OPEN_ARRAY,
        CLOSE_ARRAY,
        END
    }

    /** The file breaks the rules of its kind. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final byte[] bytes;
    private int at;
    private String text = "";

    PdfTokens(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    /** Where the next token is looked for. */
    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    /** The name without its slash, or the word, that was read last. */
    String text() {
        return text;
    }

    Kind next() {
        skipBlanksAndComments();
        if (at >= bytes.length) {
            return Kind.END;
        }
        int first = bytes[at++];
        return switch (first) {
            case '/' -> name();
            case '(' -> literal();
            case '<' -> follows('<') ? Kind.OPEN_DICTIONARY : hexadecimal();
            case '>' -> closeDictionary();
            case '[' -> Kind.OPEN_ARRAY;
            case ']' -> Kind.CLOSE_ARRAY;
            case ')' -> throw new Unreadable();
            default -> word();
        };
    }

    private void skipBlanksAndComments() {
        while (at < bytes.length && (isBlank(bytes[at]) || bytes[at] == '%')) {
            if (bytes[at] == '%') {
                while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
                    at++;
                }
            } else {
                at++;
            }
        }
    }

    private Kind name() {
        int start = at;
        at = endOfName(bytes, at, bytes.length);
        text = decodedName(bytes, start, at);
        return Kind.NAME;
    }

    private Kind word() {
        int start = at - 1;
        at = endOfName(bytes, at, bytes.length);
        text = new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
        return Kind.WORD;
    }

    private Kind literal() {
        for (int open = 1; open > 0; at++) {
            if (at >= bytes.length) {
                throw new Unreadable();
            }
            switch (bytes[at]) {
                case '\\' -> at++;
                case '(' -> open++;
                case ')' -> open--;
                default -> {}
            }
        }
        return Kind.STRING;
    }

    private Kind hexadecimal() {
        while (at < bytes.length && bytes[at] != '>') {
            at++;
        }
        if (at++ >= bytes.length) {
            throw new Unreadable();
        }
        return Kind.STRING;
    }

    private Kind closeDictionary() {
        if (!follows('>')) {
            throw new Unreadable();
        }
        return Kind.CLOSE_DICTIONARY;
    }

    private boolean follows(char wanted) {
        boolean is = at < bytes.length && bytes[at] == wanted;
        at += is ? 1 : 0;
        return is;
    }

    /** The first place from here on, up to the limit, that is no part of a name. */
    static int endOfName(byte[] bytes, int from, int limit) {
        int end = from;
        while (end < limit && !isBlank(bytes[end]) && "()<>[]{}/%".indexOf(bytes[end]) < 0) {
            end++;
        }
        return end;
    }

    /** A name may write any of its letters as {@code #} and two hexadecimal digits (7.3.5). */
    static String decodedName(byte[] bytes, int start, int end) {
        StringBuilder name = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            int high = Character.digit(at(bytes, i + 1, end), 16);
            int low = Character.digit(at(bytes, i + 2, end), 16);
            if (bytes[i] == '#' && high >= 0 && low >= 0) {
                name.append((char) (16 * high + low));
                i += 2;
            } else {
                name.append((char) (bytes[i] & 0xff));
            }
        }
        return name.toString();
    }

    private static char at(byte[] bytes, int index, int end) {
        return index < end ? (char) (bytes[index] & 0xff) : ' ';
    }

    static boolean isBlank(byte letter) {
        return letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t' || letter == '\f' || letter == 0;
    }
}
