package no.kompetansebro.moodle;

import java.net.URI;
import java.util.Optional;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.lti.spi.Registrations;
import no.kompetansebro.outbound.Reach;
import org.springframework.stereotype.Component;

/**
 * Opens the Moodle of a connection. A private network is called only where the operator registered a platform there, and
 * only at that platform's own address: an employer's administrator cannot look around in the operator's network.
 */
@Component
class Sites {

    private final Connections connections;
    private final Registrations registrations;
    private final MoodleCalls calls;

    Sites(Connections connections, Registrations registrations, MoodleCalls calls) {
        this.connections = connections;
        this.registrations = registrations;
        this.calls = calls;
    }

    Moodle open(Connection connection) {
        Reach reach = connection
                .registration()
                .flatMap(id -> registrations.registered(new RegistrationId(id)))
                .filter(registration -> isAt(registration, connection.address()))
                .map(Registration::reach)
                .orElse(Reach.PUBLIC);
        Site site = new Site(connection.id(), connection.address(), connections.token(connection.id()), reach);
        return new Moodle(site, calls);
    }

    /** Whether the platform is at the address: its issuer, or the origin of its endpoints. */
    static boolean isAt(Registration registration, URI address) {
        return registration.issuer().equals(address.toString())
                || origin(registration.tokenEndpoint()).equals(origin(address));
    }

    private static String origin(URI address) {
        return Optional.ofNullable(address.getRawAuthority())
                .map(authority -> address.getScheme() + "://" + authority)
                .orElse("");
    }
}
