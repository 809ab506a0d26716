package no.kompetansebro.imports;

/**
 * Finds Norwegian national identity numbers, which no file may bring: eleven digits, a birth date (D-numbers: day + 40;
 * synthetic ones: month + 40, 65 or 80) and two control digits modulo 11 (folkeregisterforskriften § 2-2-1).
 */
final class NationalIdentityNumber {

    private static final int DIGITS = 11;
    private static final int[] FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
    private static final int[] SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};

    private NationalIdentityNumber() {}

    /** Whether one stands in the text: eleven digits with no digit beside them, also written {@code ddmmyy nnnnn}. */
    static boolean isIn(String text) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (digits.length() != 6 || (c != ' ' && c != '-')) {
                if (digits.length() == DIGITS && isOne(digits)) {
                    return true;
                }
                digits.setLength(0);
            }
        }
        return false;
    }

    private static boolean isOne(CharSequence number) {
        int day = (number.charAt(0) - '0') * 10 + number.charAt(1) - '0';
        int month = (number.charAt(2) - '0') * 10 + number.charAt(3) - '0';
        return isDay(day > 40 ? day - 40 : day)
                && isMonth(month)
                && sum(number, FIRST) % 11 == 0
                && sum(number, SECOND) % 11 == 0;
    }

    private static boolean isDay(int day) {
        return day >= 1 && day <= 31;
    }

    private static boolean isMonth(int month) {
        int plain = month > 80 ? month - 80 : month > 65 ? month - 65 : month > 40 ? month - 40 : month;
        return plain >= 1 && plain <= 12;
    }

    private static int sum(CharSequence number, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (number.charAt(i) - '0') * weights[i];
        }
        return sum;
    }
}
