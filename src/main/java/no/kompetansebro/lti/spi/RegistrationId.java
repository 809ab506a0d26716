package no.kompetansebro.lti.spi;

import java.io.Serializable;
import java.util.UUID;

/** Our own key of a registration; stays when its endpoints change. */
public record RegistrationId(UUID value) implements Serializable {

    @Override
    public String toString() {
        return value.toString();
    }
}
