package no.kompetansebro.lti.spi;

import java.util.Optional;

/** Whoever invites platforms to register themselves, and takes the registrations (LTI Dynamic Registration 1.0). */
public interface Invitations {

    /** Takes the invitation with the secret, once; empty where there is none, it has expired or somebody has it. */
    Optional<Invitation> take(String secret);

    /** Makes a taken invitation good again, because nothing came of it. */
    void giveBack(Invitation invitation);

    /**
     * Registers the platform for whoever invited it, or changes what it registered before. Empty where issuer and client
     * id are already somebody else's; that is left as it is.
     */
    Optional<RegistrationId> fulfil(Invitation invitation, Registration registration);
}
