package no.kompetansebro.training.proof;

import java.util.Locale;
import no.kompetansebro.training.proof.DocumentCheck.MediaType;
import org.jspecify.annotations.Nullable;

/** The name that a file is kept and saved by: its own as far as that is harmless, and the ending of what it is. */
final class DocumentName {

    private static final int LONGEST = 80;

    private DocumentName() {}

    static String of(@Nullable String given, MediaType type) {
        String name = given == null ? "" : given;
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        name = (dot > 0 ? name.substring(0, dot) : name)
                .replaceAll("[^\\p{L}\\p{N} _()+-]", "_")
                .strip();
        name = name.substring(0, name.offsetByCodePoints(0, Math.min(LONGEST, name.codePointCount(0, name.length()))));
        return (name.isEmpty() ? "dokument" : name) + "." + type.extension().toLowerCase(Locale.ROOT);
    }
}
