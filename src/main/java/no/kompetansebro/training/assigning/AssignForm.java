package no.kompetansebro.training.assigning;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What somebody has filled in on the way to an assignment, as they wrote it. */
record AssignForm(MultiValueMap<String, String> values) {

    static final int LONGEST = 500;

    static final String ITEM = "modul";
    static final String TO = "til";
    static final String UNIT = "enhet";
    static final String PERSON = "ansatt";
    static final String DUE = "frist_type";
    static final String DATE = "frist";
    static final String DAYS = "dager";
    static final String KIND = "type";
    static final String AFRESH = "nytt";
    static final String REASON = "grunn";
    static final String NEXT = "neste";
    static final String NEXT_DAYS = "neste_dager";
    static final String POSITIONS = "stilling";
    static final String LEVELS = "niva";
    static final String ROLE = "rolle";
    static final String NEW = "nyansatt";

    private static final List<String> KEPT = List.of(
            ITEM, TO, UNIT, PERSON, DUE, DATE, DAYS, KIND, AFRESH, REASON, NEXT, NEXT_DAYS, POSITIONS, LEVELS, ROLE,
            NEW);

    static AssignForm of(MultiValueMap<String, String> parameters) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        KEPT.forEach(name -> parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .forEach(value -> values.add(name, value)));
        return new AssignForm(values);
    }

    String value(String name) {
        String value = values.getFirst(name);
        return value == null ? "" : value;
    }

    Set<String> all(String name) {
        return new LinkedHashSet<>(values.getOrDefault(name, List.of()));
    }

    /** Whether the choice stands, the first of them being the one that stands where none is made. */
    boolean is(String name, String choice, boolean first) {
        return value(name).equals(choice) || (first && value(name).isEmpty());
    }

    /** Everything that was filled in, to be sent along. */
    List<Map.Entry<String, String>> pairs() {
        return values.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> Map.entry(each.getKey(), value)))
                .toList();
    }
}
