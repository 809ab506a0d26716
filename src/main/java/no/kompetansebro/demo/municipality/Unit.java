package no.kompetansebro.demo.municipality;

import java.util.Optional;
import java.util.SequencedMap;

/** A unit and how many work in it by main post, each position with its number. */
record Unit(String code, Optional<String> parent, String name, String kind, SequencedMap<Position, Integer> staff) {

    boolean isVirksomhet() {
        return kind.equals("virksomhet");
    }
}
