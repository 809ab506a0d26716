package no.kompetansebro.training.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The names in a stream's dictionary, as far as they say what the stream is. */
final class PdfDictionary {

    private static final Set<String> PLAIN = Set.of("FlateDecode", "Fl");

    private final List<String> names = new ArrayList<>();

    void add(String name) {
        names.add(name);
    }

    /** A stream of objects says where the first one is, whatever it calls itself (ISO 32000-1, 7.5.7). */
    boolean holdsObjects() {
        return names.contains("ObjStm") || (names.contains("First") && names.contains("N"));
    }

    boolean isPacked() {
        return !filters().isEmpty();
    }

    /** Whether nothing but ordinary packing is between the bytes and what they mean. */
    boolean isPlain() {
        return filters().size() <= 1 && PLAIN.containsAll(filters());
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
