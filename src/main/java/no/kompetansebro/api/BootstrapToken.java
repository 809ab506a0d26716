package no.kompetansebro.api;

import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.Optional;
import no.kompetansebro.organisation.Employers;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The token with every scope from {@code KOMPETANSEBRO_BOOTSTRAP_API_TOKEN}, for the employer in {@code
 * KOMPETANSEBRO_BOOTSTRAP_EMPLOYER}, which is made at start where it does not exist.
 */
@Component
@Order(1)
class BootstrapToken implements BearerTokens {

    static final String TOKEN = "KOMPETANSEBRO_BOOTSTRAP_API_TOKEN";
    static final String EMPLOYER = "KOMPETANSEBRO_BOOTSTRAP_EMPLOYER";

    private final Optional<Known> known;

    BootstrapToken(Environment environment, Employers employers) {
        this.known = Optional.ofNullable(environment.getProperty(TOKEN))
                .filter(token -> !token.isBlank())
                .map(token -> new Known(TokenHash.of(token.strip()), client(environment, employers)));
    }

    private static ApiClient client(Environment environment, Employers employers) {
        String code = environment.getProperty(EMPLOYER, "");
        if (code.isBlank()) {
            throw new IllegalStateException(TOKEN + " needs an employer: set " + EMPLOYER + " to its code");
        }
        return new ApiClient(employers.findOrAdd(code.strip()), "bootstrap", EnumSet.allOf(Scope.class));
    }

    @Override
    public Optional<ApiClient> client(String token) {
        return known.filter(k -> MessageDigest.isEqual(k.hash(), TokenHash.of(token)))
                .map(Known::client);
    }

    @SuppressWarnings("ArrayRecordComponent") // compared only by MessageDigest.isEqual, in constant time
    private record Known(byte[] hash, ApiClient client) {}
}
