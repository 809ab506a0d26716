package no.kompetansebro.shared;

import java.io.Serializable;
import java.util.UUID;

/** One employer (a municipality): the tenant that every row belongs to. */
public record EmployerId(UUID value) implements Serializable {

    @Override
    public String toString() {
        return value.toString();
    }
}
