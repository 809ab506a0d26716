package no.kompetansebro.coverage.web;

import java.util.Locale;
import no.kompetansebro.coverage.Status;

/**
 * A status as a page shows it: sign, colour and text.
 *
 * @param code the last part of the sign's and colour's name
 */
public record StatusView(String code, String text) {

    public static StatusView of(Status status, Words words) {
        return new StatusView(status.name().toLowerCase(Locale.ROOT), words.status(status));
    }
}
