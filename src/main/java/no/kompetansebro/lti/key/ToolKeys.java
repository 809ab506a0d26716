package no.kompetansebro.lti.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The tool's keys (Security Framework 1.0 section 6): RSA 3072 for RS256, with the thumbprint (RFC 7638) as key id. */
@Repository
class ToolKeys {

    private static final int BITS = 3072;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final KeyVault vault;
    private final Clock clock;

    ToolKeys(JdbcClient jdbc, TransactionTemplate transaction, KeyVault vault, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.vault = vault;
        this.clock = clock;
    }

    /** Makes the first key where there is none, once whichever instance starts first; else checks that it opens. */
    void prepare() {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('lti_tool_key'))")
                    .query((_, _) -> 1)
                    .single();
            List<byte[]> opened = jdbc.sql("select kid, private_key from lti_tool_key")
                    .query((row, _) -> vault.open(row.getString("kid"), row.getBytes("private_key")))
                    .list();
            if (opened.isEmpty()) {
                add(generated());
            }
        });
    }

    /** The public halves. */
    JWKSet published() {
        return new JWKSet(jdbc.sql("select public_jwk from lti_tool_key order by created_at")
                .<JWK>query((row, _) -> parsed(row.getString("public_jwk")))
                .list());
    }

    /** The key to sign with, private half included. */
    RSAKey signing() {
        return jdbc.sql("select kid, private_key from lti_tool_key order by created_at desc limit 1")
                .query((row, _) -> parsed(new String(
                        vault.open(row.getString("kid"), row.getBytes("private_key")), StandardCharsets.UTF_8)))
                .single();
    }

    private void add(RSAKey key) {
        jdbc.sql("""
                insert into lti_tool_key (kid, public_jwk, private_key, created_at)
                values (:kid, cast(:public as jsonb), :private, :at)
                """)
                .param("kid", key.getKeyID())
                .param("public", key.toPublicJWK().toJSONString())
                .param("private", vault.close(key.getKeyID(), key.toJSONString().getBytes(StandardCharsets.UTF_8)))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static RSAKey generated() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("The tool's LTI key could not be made", e);
        }
    }

    private static RSAKey parsed(String json) {
        try {
            return RSAKey.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException("A stored key is no key", e);
        }
    }
}
