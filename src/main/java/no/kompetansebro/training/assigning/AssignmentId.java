package no.kompetansebro.training.assigning;

import java.util.UUID;

/** The key of an assignment. */
record AssignmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
