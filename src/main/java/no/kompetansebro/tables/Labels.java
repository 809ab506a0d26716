package no.kompetansebro.tables;

import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * What a file says beside its table, in one language.
 *
 * @param about the sheet about the table
 */
record Labels(String asOf, String leftOut, String about) {

    static Labels in(Locale locale, MessageSource messages) {
        return new Labels(
                messages.getMessage("tables.asOf", null, locale),
                messages.getMessage("tables.leftOut", null, locale),
                messages.getMessage("tables.about", null, locale));
    }
}
