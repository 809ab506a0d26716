package no.kompetansebro.lti.spi;

import java.util.Optional;

/** The platforms that may launch us. */
public interface Registrations {

    /**
     * Registers the platform, or changes the registration of the same issuer and client id. Putting the same twice
     * changes nothing.
     */
    RegistrationId put(Registration registration);

    /** The registration under the key. */
    Optional<Registration> registered(RegistrationId id);
}
