package no.kompetansebro.imports;

/** Blanks around a value: spaces of every kind (also the no-break space of spreadsheets), tabs and line ends. */
final class Blanks {

    private Blanks() {}

    static String trimmed(CharSequence text) {
        int from = 0;
        int until = text.length();
        while (from < until && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < until && isBlank(text.charAt(until - 1))) {
            until--;
        }
        return text.subSequence(from, until).toString();
    }

    private static boolean isBlank(char c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
    }
}
