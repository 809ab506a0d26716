package no.kompetansebro.organisation;

import java.io.Serializable;
import java.util.UUID;

/** Our own key of an employee; stays when the employee number changes. */
public record EmployeeId(UUID value) implements Serializable {

    @Override
    public String toString() {
        return value.toString();
    }
}
