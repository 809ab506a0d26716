package no.kompetansebro.coverage.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Function;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.Competences;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.Items;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirements;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the current employer's {@link Lexicon}. */
@Component
public class Lexicons {

    private final Requirements requirements;
    private final Competences competences;
    private final Items items;
    private final Units units;

    Lexicons(Requirements requirements, Competences competences, Items items, Units units) {
        this.requirements = requirements;
        this.competences = competences;
        this.items = items;
        this.units = units;
    }

    /** As it is recorded now. */
    @Transactional(readOnly = true)
    public Lexicon current() {
        return new Lexicon(
                by(requirements.all(), Requirement::code),
                by(competences.all(), Competence::code),
                by(items.all(), Item::code),
                units.tree());
    }

    private static <K, V> SequencedMap<K, V> by(Collection<V> values, Function<V, K> key) {
        SequencedMap<K, V> map = new LinkedHashMap<>();
        values.forEach(value -> map.put(key.apply(value), value));
        return map;
    }
}
