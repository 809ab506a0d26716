package no.kompetansebro.demo.municipality;

import java.text.Normalizer;
import java.util.Locale;

/** Names as user names spell them. */
final class Spelling {

    private Spelling() {}

    /** Small letters a to z, at most so many. */
    static String ascii(String name, int longest) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replace("æ", "ae")
                .replace("ø", "o")
                .replace("å", "a")
                .replace("đ", "d")
                .replace("ł", "l");
        String letters = Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("[^a-z]", "");
        return letters.substring(0, Math.min(longest, letters.length()));
    }
}
