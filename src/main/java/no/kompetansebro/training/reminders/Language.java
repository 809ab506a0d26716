package no.kompetansebro.training.reminders;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that letters are written in. */
enum Language {
    NB,
    NN,
    EN;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Locale locale() {
        return Locale.forLanguageTag(code());
    }

    static Optional<Language> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
