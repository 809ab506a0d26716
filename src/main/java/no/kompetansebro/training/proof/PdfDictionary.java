package no.kompetansebro.training.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import no.kompetansebro.training.proof.PdfTokens.Kind;

/** The names in a stream's dictionary, as far as they say what the stream is. */
final class PdfDictionary {

    private static final Set<String> PLAIN = Set.of("FlateDecode", "Fl");
    private static final String FILTER = "Filter";

    /** Stands for what is no name; no name is empty. */
    private static final String NO_NAME = "";

    private final List<String> names = new ArrayList<>();

    /** Takes the next token. A list that opens says nothing: one thing may stand in a list or by itself. */
    void add(Kind kind, String text) {
        if (kind != Kind.OPEN_ARRAY) {
            names.add(kind == Kind.NAME ? text : NO_NAME);
        }
    }

    /** A stream of objects says where the first one is, whatever it calls itself (ISO 32000-1, 7.5.7). */
    boolean holdsObjects() {
        return names.contains("ObjStm") || (names.contains("First") && names.contains("N"));
    }

    boolean isPacked() {
        return !filters().isEmpty();
    }

    /** Whether nothing but ordinary packing is between the bytes and what they mean, and it is named here and not elsewhere. */
    boolean isPlain() {
        List<String> named = IntStream.range(0, names.size() - 1)
                .filter(i -> names.get(i).equals(FILTER))
                .mapToObj(i -> names.get(i + 1))
                .toList();
        return named.size() <= 1 && PLAIN.containsAll(named) && filters().size() <= 1 && PLAIN.containsAll(filters());
    }

    private List<String> filters() {
        return names.stream()
                .filter(name -> name.endsWith("Decode")
                        || name.equals("Fl")
                        || name.equals("Crypt")
                        || name.equals("DecodeParms"))
                .toList();
    }
}
