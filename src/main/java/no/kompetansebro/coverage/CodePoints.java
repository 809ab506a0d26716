package no.kompetansebro.coverage;

import java.util.Arrays;
import java.util.Comparator;

/** The order of texts by code points: PostgreSQL's collation "C", which a string's own order is not beyond U+FFFF. */
final class CodePoints {

    static final Comparator<String> ORDER =
            (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

    private CodePoints() {}
}
