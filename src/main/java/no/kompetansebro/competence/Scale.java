package no.kompetansebro.competence;

import java.util.HashSet;
import java.util.List;

/** A scale of levels, ascending (CEFR: A1, A2, B1, …). */
public record Scale(String code, List<String> levels) {

    public Scale {
        levels = List.copyOf(levels);
        if (levels.isEmpty() || new HashSet<>(levels).size() != levels.size()) {
            throw new IllegalArgumentException("a scale needs different levels, at least one");
        }
    }

    /** The place of the level on the scale, from 0; -1 when the scale does not have it. */
    public int rank(String level) {
        return levels.indexOf(level);
    }
}
