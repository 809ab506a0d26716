package no.kompetansebro.planning.measures;

import java.util.UUID;

/** The key of a measure. */
record MeasureId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
