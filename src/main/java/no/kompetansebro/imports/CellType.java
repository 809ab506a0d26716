package no.kompetansebro.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** What a column holds. */
sealed interface CellType {

    /** The type in the staging table. */
    String sqlType();

    /** Reads a value that is not empty. {@code decimalComma}: a comma may stand for the decimal point. */
    Cell read(String value, boolean decimalComma);

    /** Text of up to {@code longest} characters; line breaks only where it has {@code lines}. */
    record Text(int longest, boolean lines) implements CellType {
        @Override
        public String sqlType() {
            return "text";
        }

        @Override
        public Cell read(String value, boolean decimalComma) {
            if (value.codePointCount(0, value.length()) > longest) {
                return new Cell.Bad("longer than " + longest + " characters");
            }
            if (value.chars().anyMatch(this::isForbidden)) {
                return new Cell.Bad("has a control character");
            }
            return NationalIdentityNumber.isIn(value)
                    ? new Cell.Bad("has a national identity number, which is not to be stored here")
                    : new Cell.Good(value);
        }

        private boolean isForbidden(int c) {
            return Character.isISOControl(c) && !(lines && c == '\n');
        }
    }

    /** A date {@code YYYY-MM-DD} from 1900 to the end of the year {@code latest}. */
    record Date(int latest) implements CellType {

        private static final Pattern PATTERN = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

        @Override
        public String sqlType() {
            return "date";
        }

        @Override
        public Cell read(String value, boolean decimalComma) {
            if (!PATTERN.matcher(value).matches()) {
                return new Cell.Bad("must be a date YYYY-MM-DD");
            }
            try {
                int year = LocalDate.parse(value).getYear();
                return year >= 1900 && year <= latest
                        ? new Cell.Good(value)
                        : new Cell.Bad("must be a date from 1900 to " + latest);
            } catch (DateTimeException e) {
                return new Cell.Bad("is a date that does not exist");
            }
        }
    }

    /** A decimal number from {@code least} to {@code most}. */
    record Decimal(BigDecimal least, BigDecimal most) implements CellType {

        private static final Pattern POINT = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,20})?");

        @Override
        public String sqlType() {
            return "numeric";
        }

        @Override
        public Cell read(String value, boolean decimalComma) {
            String number = decimalComma ? value.replace(',', '.') : value;
            if (!POINT.matcher(number).matches()) {
                return new Cell.Bad("must be a number such as 37.5");
            }
            BigDecimal decimal = new BigDecimal(number);
            return decimal.compareTo(least) >= 0 && decimal.compareTo(most) <= 0
                    ? new Cell.Good(number)
                    : new Cell.Bad("must be from " + least + " to " + most);
        }
    }

    /** A whole number from {@code least} to {@code most}. */
    record WholeNumber(int least, int most) implements CellType {

        private static final Pattern PATTERN = Pattern.compile("[0-9]{1,9}");

        @Override
        public String sqlType() {
            return "int";
        }

        @Override
        public Cell read(String value, boolean decimalComma) {
            return PATTERN.matcher(value).matches()
                            && Integer.parseInt(value) >= least
                            && Integer.parseInt(value) <= most
                    ? new Cell.Good(value)
                    : new Cell.Bad("must be a whole number from " + least + " to " + most);
        }
    }

    /** One of the words. */
    record Choice(List<String> words) implements CellType {
        @Override
        public String sqlType() {
            return "text";
        }

        @Override
        public Cell read(String value, boolean decimalComma) {
            return words.contains(value)
                    ? new Cell.Good(value)
                    : new Cell.Bad("must be one of " + String.join(", ", words));
        }
    }

    /** {@code true} or {@code false}, in any case: spreadsheets write them in capitals. */
    record Flag() implements CellType {
        @Override
        public String sqlType() {
            return "boolean";
        }

        @Override
        public Cell read(String value, boolean decimalComma) {
            return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")
                    ? new Cell.Good(value)
                    : new Cell.Bad("must be true or false");
        }
    }
}
