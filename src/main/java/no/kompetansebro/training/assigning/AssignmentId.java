package no.kompetansebro.training.assigning;

import java.util.UUID;

/** The key of an assignment. */
public record AssignmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
