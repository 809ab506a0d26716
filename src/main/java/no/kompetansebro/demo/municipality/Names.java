package no.kompetansebro.demo.municipality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Invented names: given and family names put together by chance, from the resource {@code names.txt}. */
final class Names {

    /** A given and a family name. */
    record Name(String given, String family) {}

    private final Map<String, List<String>> lists;

    private Names(Map<String, List<String>> lists) {
        this.lists = lists;
    }

    static Names parse(String text) {
        var lists = new LinkedHashMap<String, List<String>>();
        List<String> current = new ArrayList<>();
        for (String line : text.lines().filter(l -> !l.startsWith("#")).toList()) {
            if (line.endsWith(":")) {
                current = new ArrayList<>();
                lists.put(line.substring(0, line.length() - 1), current);
            } else {
                current.addAll(List.of(line.strip().split(" ")));
            }
        }
        return new Names(lists);
    }

    /** A name of a woman or man, of a family with Norwegian or with another first language. */
    Name draw(Chance chance, boolean woman, boolean otherLanguage) {
        String origin = otherLanguage ? "-other" : "";
        return new Name(chance.pick(list((woman ? "women" : "men") + origin)), chance.pick(list("family" + origin)));
    }

    private List<String> list(String key) {
        return lists.getOrDefault(key, List.of());
    }
}
