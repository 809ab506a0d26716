package no.kompetansebro.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages of the pages; the first is the one for everybody who has not chosen. */
enum Language {
    NB("nb", "Bokmål"),
    NN("nn", "Nynorsk"),
    EN("en", "English");

    private final Locale locale;
    private final String ownName;

    Language(String tag, String ownName) {
        this.locale = Locale.forLanguageTag(tag);
        this.ownName = ownName;
    }

    Locale locale() {
        return locale;
    }

    String tag() {
        return locale.toLanguageTag();
    }

    /** Its name in itself. */
    String ownName() {
        return ownName;
    }

    static Optional<Language> of(String tag) {
        return Arrays.stream(values()).filter(each -> each.tag().equals(tag)).findFirst();
    }

    /** The language that serves the locale: Norwegian without more is bokmål. */
    static Optional<Language> serving(Locale locale) {
        String language = locale.getLanguage();
        return of(language.equals("no") ? "NY".equals(locale.getVariant()) ? "nn" : "nb" : language);
    }
}
