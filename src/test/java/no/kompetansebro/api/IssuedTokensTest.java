package no.kompetansebro.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked // no employer is asked for
class IssuedTokensTest {

    /** Nobody answers there. */
    private static final String DOWN = "http://127.0.0.1:1";

    @Test
    void knowsNobodyWhileTheIssuerIsDown() {
        var issuer = new ApiIssuers.Issuer(DOWN, null, "kompetansebro", "fjordvik", null, Map.of(), "");
        var tokens = new IssuedTokens(new ApiIssuers(List.of(issuer)), null);
        var claims = new JWTClaimsSet.Builder().issuer(DOWN).build();

        assertThat(tokens.client(new PlainJWT(claims).serialize())).isEmpty();
    }
}
