package no.kompetansebro.shared;

import java.util.Map;

/**
 * A name in bokmål ({@code nb}), nynorsk ({@code nn}) and English ({@code en}), at least one of them; or one name for
 * every language ({@link #EVERY_LANGUAGE}); interfaces.md section 2.
 */
public record LocalizedName(Map<String, String> byLanguage) {

    /** The key of a name that is the same in every language (BCP 47: undetermined). */
    public static final String EVERY_LANGUAGE = "und";

    public LocalizedName {
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("a name in at least one language is needed");
        }
        byLanguage = Map.copyOf(byLanguage);
    }

    /** The same name in every language. */
    public static LocalizedName of(String name) {
        return new LocalizedName(Map.of(EVERY_LANGUAGE, name));
    }

    /** The name in the language, else in bokmål, nynorsk, English, whichever is there first. */
    public String in(String language) {
        for (String candidate : new String[] {language, "nb", "nn", "en"}) {
            String name = byLanguage.get(candidate);
            if (name != null) {
                return name;
            }
        }
        return byLanguage.values().iterator().next();
    }
}
