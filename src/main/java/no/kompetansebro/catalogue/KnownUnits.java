package no.kompetansebro.catalogue;

import java.util.Set;

/** The codes of the employer's units, ended ones too, and the kinds of unit there are. */
record KnownUnits(Set<String> codes, Set<String> kinds) {

    KnownUnits {
        codes = Set.copyOf(codes);
        kinds = Set.copyOf(kinds);
    }
}
