package no.kompetansebro.catalogue;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/** The document cannot be read further. */
final class Unreadable extends RuntimeException {

    private final String reason;

    Unreadable(String reason) {
        this(reason, null);
    }

    Unreadable(String reason, @Nullable Mark mark) {
        super(reason, null, false, false);
        this.reason = reason + at(mark);
    }

    String reason() {
        return reason;
    }

    static String at(@Nullable Mark mark) {
        return mark == null ? "" : " (line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ")";
    }
}
