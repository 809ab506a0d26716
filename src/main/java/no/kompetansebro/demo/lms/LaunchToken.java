package no.kompetansebro.demo.lms;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.demo.Demo;
import no.kompetansebro.demo.municipality.KnownPerson;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The id_token of a resource link launch, with what LMSs usually say (LTI 1.3 Core sections 5.3 and 5.4). */
@Component
@Profile(Demo.PROFILE)
class LaunchToken {

    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/";
    private static final Duration LIFETIME = Duration.ofMinutes(2);

    private final LmsAddress address;
    private final LmsKey key;
    private final Clock clock;

    LaunchToken(LmsAddress address, LmsKey key, Clock clock) {
        this.address = address;
        this.key = key;
        this.clock = clock;
    }

    String of(LaunchTickets.Ticket ticket, String nonce, Locale locale) {
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(address.issuer())
                .audience(LmsAddress.CLIENT_ID)
                .subject(ticket.account().id())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString())
                .claim("nonce", nonce)
                .claim("locale", locale.toLanguageTag());
        person(ticket.account().person()).forEach(claims::claim);
        message(ticket, locale).forEach((name, value) -> claims.claim(CLAIM + name, value));
        claims.claim(AGS + "claim/endpoint", scores());
        return key.sign(claims.build());
    }

    private static Map<String, Object> person(KnownPerson person) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("name", person.given() + " " + person.family());
        claims.put("given_name", person.given());
        claims.put("family_name", person.family());
        person.email().ifPresent(email -> claims.put("email", email));
        return claims;
    }

    private Map<String, Object> message(LaunchTickets.Ticket ticket, Locale locale) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("message_type", "LtiResourceLinkRequest");
        claims.put("version", "1.3.0");
        claims.put("deployment_id", LmsAddress.DEPLOYMENT);
        claims.put("target_link_uri", address.tool() + ticket.page().path());
        claims.put("resource_link", Map.of("id", ticket.page().code(), "title", "Kompetansebro"));
        claims.put("roles", List.of(ticket.account().role()));
        claims.put(
                "context",
                Map.of(
                        "id", "forside",
                        "label", "FJELLMO",
                        "title", "Fjellmo læring",
                        "type", List.of("http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering")));
        claims.put("tool_platform", Map.of("guid", "fjellmo-laering", "name", "Fjellmo læring (demo)"));
        claims.put(
                "launch_presentation",
                Map.of("document_target", "iframe", "locale", locale.toLanguageTag(), "return_url", returnUrl(ticket)));
        claims.put(
                "ext",
                Map.of("user_username", ticket.account().person().username().orElse("")));
        sourcedId(ticket).ifPresent(lis -> claims.put("lis", lis));
        return claims;
    }

    private static Optional<Map<String, Object>> sourcedId(LaunchTickets.Ticket ticket) {
        String number = ticket.account().person().employeeNumber();
        return number.isEmpty() ? Optional.empty() : Optional.of(Map.of("person_sourcedid", number));
    }

    private String returnUrl(LaunchTickets.Ticket ticket) {
        return address.issuer() + "/" + ticket.account().id();
    }

    private Map<String, Object> scores() {
        return Map.of(
                "scope",
                List.of(AGS + "scope/lineitem.readonly", AGS + "scope/result.readonly"),
                "lineitems",
                address.issuer() + "/lineitems");
    }
}
