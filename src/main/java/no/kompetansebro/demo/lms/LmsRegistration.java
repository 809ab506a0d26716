package no.kompetansebro.demo.lms;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import no.kompetansebro.demo.Demo;
import no.kompetansebro.demo.municipality.Fjellmo;
import no.kompetansebro.lms.PlatformRegistrations;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.lti.spi.RegistrationId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Registers the LMS with the tool as a platform of the municipality. */
@Component
@Profile(Demo.PROFILE)
public class LmsRegistration {

    private final LmsAddress address;
    private final PlatformRegistrations registrations;
    private final AtomicReference<@Nullable RegistrationId> id = new AtomicReference<>();

    LmsRegistration(LmsAddress address, PlatformRegistrations registrations) {
        this.address = address;
        this.registrations = registrations;
    }

    /** As a platform file would, at each start: the port may be another one. */
    public void register() {
        var platform = new Registration(
                address.issuer(),
                LmsAddress.CLIENT_ID,
                Set.of(LmsAddress.DEPLOYMENT),
                URI.create(address.authorize()),
                URI.create(address.issuer() + "/token"),
                URI.create(address.keys()),
                true);
        id.set(registrations.register(platform, Fjellmo.CODE, List.of("idnumber", "username", "email"), true));
    }

    RegistrationId id() {
        RegistrationId registered = id.get();
        if (registered == null) {
            throw new IllegalStateException("The demo LMS is not registered yet");
        }
        return registered;
    }
}
