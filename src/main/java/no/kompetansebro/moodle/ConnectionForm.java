package no.kompetansebro.moodle;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import no.kompetansebro.lms.EmployerPlatforms;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.lti.spi.Registrations;
import org.springframework.stereotype.Component;

/** Checks what an administrator enters of a connection, and adds it. */
@Component
class ConnectionForm {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]{16,128}");
    private static final int LONGEST = 200;

    private final Connections connections;
    private final EmployerPlatforms platforms;
    private final Registrations registrations;

    ConnectionForm(Connections connections, EmployerPlatforms platforms, Registrations registrations) {
        this.connections = connections;
        this.platforms = platforms;
        this.registrations = registrations;
    }

    /** A platform to choose. */
    record PlatformChoice(UUID id, String issuer) {}

    /**
     * What came of it.
     *
     * @param code {@code added}, {@code known}, {@code address} or {@code token}
     */
    record Outcome(String code, Optional<ConnectionId> added) {}

    List<PlatformChoice> platforms() {
        return platforms.all().stream()
                .flatMap(id -> registrations.registered(id).stream()
                        .map(registration -> new PlatformChoice(id.value(), registration.issuer())))
                .toList();
    }

    /** {@code platform}: the registration that it has the accounts of; blank: the one at the same address, if any. */
    Outcome add(String address, String token, String report, String platform) {
        Optional<URI> checked = address(address);
        if (checked.isEmpty()) {
            return new Outcome("address", Optional.empty());
        }
        if (problemOf(token).isPresent()) {
            return new Outcome("token", Optional.empty());
        }
        Optional<ConnectionId> added = connections.add(new Connections.Draft(
                checked.get(), token.strip(), shortened(report.strip()), registration(platform, checked.get())));
        return new Outcome(added.isPresent() ? "added" : "known", added);
    }

    /** {@code token} where it cannot be one. */
    static Optional<String> problemOf(String token) {
        return TOKEN.matcher(token.strip()).matches() ? Optional.empty() : Optional.of("token");
    }

    private Optional<RegistrationId> registration(String platform, URI address) {
        return platforms.all().stream()
                .filter(id -> platform.isBlank()
                        ? isAt(id, address)
                        : id.value().toString().equals(platform))
                .findFirst();
    }

    private boolean isAt(RegistrationId id, URI address) {
        Optional<Registration> registration = registrations.registered(id);
        return registration.filter(one -> Sites.isAt(one, address)).isPresent();
    }

    /** Without query, fragment and slash at the end; an address of a page of it is none. */
    static Optional<URI> address(String text) {
        try {
            URI uri = new URI(text.strip().replaceAll("/+$", ""));
            boolean plain = uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null
                    && uri.toString().length() <= LONGEST;
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return plain && web && !uri.getPath().endsWith(".php") ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String shortened(String report) {
        return report.substring(0, Math.min(LONGEST, report.length()));
    }
}
