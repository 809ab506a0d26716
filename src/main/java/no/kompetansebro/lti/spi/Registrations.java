package no.kompetansebro.lti.spi;

import java.util.Optional;

/** The platforms that may launch us. */
public interface Registrations {

    /**
     * Registers the platform, or changes the registration of the same issuer and client id. Putting the same twice
     * changes nothing.
     */
    RegistrationId put(Registration registration);

    /** The registration under the key; empty while it is switched off. */
    Optional<Registration> registered(RegistrationId id);

    /** The registration under the key, switched off or not. */
    Optional<Registration> known(RegistrationId id);

    /** The key of an issuer's client. */
    Optional<RegistrationId> find(String issuer, String clientId);

    /** Whether it is on; as long as it is not, nobody is launched from it and it is not called. */
    boolean isOn(RegistrationId id);

    /** Switches it on or off. */
    void switchTo(RegistrationId id, boolean on);
}
