package no.kompetansebro.lti;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.lti.spi.RegistrationId;

/** A registration under its key. */
record Platform(RegistrationId id, Registration registration) {

    /** The origins that the platform's own pages come from: its issuer's, its authorization endpoint's, and others it has. */
    List<String> origins() {
        Set<String> origins = new LinkedHashSet<>();
        Origins.of(registration.issuer()).ifPresent(origins::add);
        Origins.of(registration.authorizationEndpoint().toString()).ifPresent(origins::add);
        origins.addAll(registration.origins());
        return List.copyOf(origins);
    }

    /** The origin of the registered authorization endpoint, which alone is spoken to across windows. */
    String loginOrigin() {
        return Origins.of(registration.authorizationEndpoint().toString()).orElseThrow();
    }

    /** The address, where it is one of the platform's own origins (Core section 5.4.4). */
    Optional<URI> ownAddress(String address) {
        return Origins.of(address).filter(origins()::contains).map(_ -> URI.create(address));
    }
}
