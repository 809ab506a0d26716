package no.kompetansebro.lms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.lti.PlatformConfiguration;
import no.kompetansebro.lti.spi.Registration;
import org.springframework.util.MultiValueMap;

/**
 * A platform's settings as text, as they stand in the page's form.
 *
 * @param deployments one in each line
 * @param origins one in each line
 * @param accountLink codes of attributes
 */
record PlatformForm(
        String issuer,
        String clientId,
        String deployments,
        String authorization,
        String token,
        String keys,
        String audience,
        String origins,
        boolean privateAddresses,
        List<String> accountLink,
        boolean trustAdministrators) {

    static final PlatformForm EMPTY =
            new PlatformForm("", "", "", "", "", "", "", "", false, List.of("idnumber"), false);

    static PlatformForm of(MultiValueMap<String, String> fields) {
        Map<String, String> one = fields.toSingleValueMap();
        return new PlatformForm(
                one.getOrDefault("utsteder", "").strip(),
                one.getOrDefault("klient", "").strip(),
                one.getOrDefault("deployments", ""),
                one.getOrDefault("innlogging", "").strip(),
                one.getOrDefault("token", "").strip(),
                one.getOrDefault("nokler", "").strip(),
                one.getOrDefault("publikum", "").strip(),
                one.getOrDefault("opphav", ""),
                one.containsKey("privat"),
                Optional.ofNullable(fields.get("kobling")).orElse(List.of()),
                one.containsKey("administratorer"));
    }

    static PlatformForm of(PlatformBook.Entry entry) {
        Registration registration = entry.registration();
        return new PlatformForm(
                registration.issuer(),
                registration.clientId(),
                lines(registration.deployments().stream().sorted().toList()),
                registration.authorizationEndpoint().toString(),
                registration.tokenEndpoint().toString(),
                registration.jwksUri().toString(),
                registration.tokenAudience().orElse(""),
                lines(registration.origins().stream().sorted().toList()),
                registration.privateAddresses(),
                entry.platform().accountLink().stream()
                        .map(AccountAttribute::code)
                        .toList(),
                entry.platform().trustAdministrators());
    }

    /** The same with what the platform says about itself. */
    PlatformForm with(PlatformConfiguration configuration) {
        return new PlatformForm(
                configuration.issuer(),
                clientId,
                deployments,
                configuration.authorizationEndpoint().toString(),
                configuration.tokenEndpoint().toString(),
                configuration.jwksUri().toString(),
                configuration.tokenAudience().orElse(audience),
                origins,
                privateAddresses,
                accountLink,
                trustAdministrators);
    }

    /** The same for another client or issuer than the one that is changed: those are its key. */
    PlatformForm of(Registration known) {
        return new PlatformForm(
                known.issuer(),
                known.clientId(),
                deployments,
                authorization,
                token,
                keys,
                audience,
                origins,
                privateAddresses,
                accountLink,
                trustAdministrators);
    }

    static List<String> split(String lines) {
        return lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private static String lines(List<String> texts) {
        return String.join("\n", texts);
    }
}
