package no.kompetansebro.coverage.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.shared.LocalizedName;
import org.springframework.context.MessageSource;

/** Says things in the language of a request: texts by key, dates, numbers and shares as one writes them there. */
public final class Words {

    /** What stands where there is no figure: never 0 %, never 100 % (coverage.md section 8). */
    public static final String DASH = "–";

    /** The themes of items that have names of ours; any other is called by its code. */
    public static final List<String> NAMED_THEMES = List.of("strategic", "operative");

    private final MessageSource messages;
    private final Locale locale;

    public Words(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** The text of the key. Throws where there is none: a broken promise that a test finds. */
    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** The name in this language, or the next best. */
    public String name(LocalizedName name) {
        return name.in(locale.getLanguage());
    }

    /** A date: 21.11.2026, in English 21 Nov 2026. */
    public String date(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern(isEnglish() ? "d MMM uuuu" : "dd.MM.uuuu", locale));
    }

    /** The day before an exclusive end: the last valid day (coverage.md section 1). */
    public String lastDay(LocalDate until) {
        return date(until.minusDays(1));
    }

    /** Month and year, short: nov. 2026. */
    public String month(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern("MMM uuuu", locale));
    }

    /** Month and year: november 2026. */
    public String wholeMonth(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern("MMMM uuuu", locale));
    }

    /** A whole number with separators. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A number with the decimals that it has. */
    public String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(number);
    }

    /** A share 0 to 1 in percent with one decimal, rounded down: 100 % means all; a dash where there is none. */
    public String percent(OptionalDouble share) {
        if (share.isEmpty()) {
            return DASH;
        }
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        boolean none = share.getAsDouble() == 0;
        boolean all = share.getAsDouble() == 1;
        format.setMinimumFractionDigits(none || all ? 0 : 1);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.DOWN);
        return format.format(BigDecimal.valueOf(share.getAsDouble()).setScale(6, RoundingMode.HALF_UP));
    }

    /** The status in words. */
    public String status(Status status) {
        return text("coverage.status." + status.name());
    }

    /** What the theme of an item is called. */
    public String theme(String theme) {
        return NAMED_THEMES.contains(theme) ? text("coverage.theme." + theme) : theme;
    }

    private boolean isEnglish() {
        return locale.getLanguage().equals("en");
    }
}
