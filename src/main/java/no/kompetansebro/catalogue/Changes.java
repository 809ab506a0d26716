package no.kompetansebro.catalogue;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a replacement does to the entries of one kind: the codes that are new, changed, as they were, and gone. */
public record Changes(Set<String> created, Set<String> updated, Set<String> unchanged, Set<String> removed) {

    public Changes {
        created = Set.copyOf(created);
        updated = Set.copyOf(updated);
        unchanged = Set.copyOf(unchanged);
        removed = Set.copyOf(removed);
    }

    static <T> Changes between(List<T> former, List<T> next, Function<T, String> code) {
        Set<T> asTheyWere = new HashSet<>(former);
        asTheyWere.retainAll(new HashSet<>(next));
        Set<String> before = codes(former, code);
        Set<String> after = codes(next, code);
        Set<String> unchanged = codes(asTheyWere, code);
        Set<String> updated = without(after, unchanged);
        updated.retainAll(before);
        return new Changes(without(after, before), updated, unchanged, without(before, after));
    }

    private static <T> Set<String> codes(Collection<T> things, Function<T, String> code) {
        return things.stream().map(code).collect(Collectors.toSet());
    }

    private static Set<String> without(Set<String> codes, Set<String> others) {
        Set<String> rest = new HashSet<>(codes);
        rest.removeAll(others);
        return rest;
    }

    /** The codes of all that is not as it was. */
    public Set<String> changed() {
        Set<String> changed = new HashSet<>(created);
        changed.addAll(updated);
        changed.addAll(removed);
        return changed;
    }
}
