package no.kompetansebro.learning;

import java.util.UUID;

/** Our own key of a gathering. */
public record GatheringId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
