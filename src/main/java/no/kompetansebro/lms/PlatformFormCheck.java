package no.kompetansebro.lms;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.outbound.Cause;
import no.kompetansebro.outbound.Outbound;
import no.kompetansebro.outbound.Reach;

/** Reads a form into a registration, or says of each field what is wrong with it. One for each form. */
final class PlatformFormCheck {

    private static final int LONGEST = 255;
    private static final String REQUIRED = "lms.platform.error.required";
    private static final String TEXT = "lms.platform.error.text";
    private static final String ADDRESS = "lms.platform.error.address";

    private final PlatformForm form;
    private final Outbound outbound;
    private final Map<String, String> errors = new LinkedHashMap<>();

    PlatformFormCheck(PlatformForm form, Outbound outbound) {
        this.form = form;
        this.outbound = outbound;
    }

    /** Message keys by field; empty: the form is good. */
    Map<String, String> errors() {
        return Map.copyOf(errors);
    }

    /** Empty where there are errors. */
    Optional<Registration> registration() {
        Optional<URI> issuer = web("utsteder", form.issuer());
        id("klient", form.clientId());
        List<String> deployments = PlatformForm.split(form.deployments());
        deployments.forEach(deployment -> id("deployments", deployment));
        Optional<URI> authorization = web("innlogging", form.authorization());
        Optional<URI> token = called("token", form.token());
        Optional<URI> keys = called("nokler", form.keys());
        List<String> origins = PlatformForm.split(form.origins());
        origins.forEach(this::origin);
        return errors.isEmpty() && issuer.isPresent()
                ? Optional.of(new Registration(
                        form.issuer(),
                        form.clientId(),
                        Set.copyOf(deployments),
                        authorization.orElseThrow(),
                        token.orElseThrow(),
                        keys.orElseThrow(),
                        Optional.of(form.audience()).filter(audience -> !audience.isEmpty()),
                        Set.copyOf(origins),
                        form.privateAddresses()))
                : Optional.empty();
    }

    private void id(String field, String text) {
        if (text.isBlank()) {
            errors.put(field, REQUIRED);
        } else if (text.length() > LONGEST || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
            errors.put(field, TEXT);
        }
    }

    private void origin(String text) {
        web("opphav", text)
                .filter(uri -> !text.equals(uri.getScheme() + "://" + uri.getRawAuthority()))
                .ifPresent(_ -> errors.put("opphav", "lms.platform.error.origin"));
    }

    /** An address that browsers go to. */
    private Optional<URI> web(String field, String text) {
        if (text.isBlank()) {
            errors.put(field, REQUIRED);
            return Optional.empty();
        }
        Optional<URI> uri = parsed(text).filter(u -> u.getHost() != null && u.getRawUserInfo() == null);
        boolean https = uri.filter(u -> "https".equals(u.getScheme())).isPresent();
        boolean http = uri.filter(u -> "http".equals(u.getScheme())).isPresent();
        if (!https && !http) {
            errors.put(field, ADDRESS);
        } else if (http && !form.privateAddresses()) {
            errors.put(field, causeKey(Cause.NOT_HTTPS));
        }
        return uri;
    }

    /** An address that we call ourselves (SVC-09: refused here as later). */
    private Optional<URI> called(String field, String text) {
        Optional<URI> uri = web(field, text);
        if (!errors.containsKey(field)) {
            Reach reach = form.privateAddresses() ? Reach.PRIVATE_TOO : Reach.PUBLIC;
            uri.flatMap(address -> outbound.obstacle(address, reach))
                    .ifPresent(cause -> errors.put(field, causeKey(cause)));
        }
        return uri;
    }

    static String causeKey(Cause cause) {
        return "lti.cause." + cause.code();
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text)).filter(uri -> uri.getRawFragment() == null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
