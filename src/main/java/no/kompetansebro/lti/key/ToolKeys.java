package no.kompetansebro.lti.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tool's keys (Security Framework 1.0 section 6): RSA 3072 for RS256, with the thumbprint (RFC 7638) as key id. */
@Repository
class ToolKeys {

    private static final int BITS = 3072;

    private final JdbcClient jdbc;
    private final KeyVault vault;

    ToolKeys(JdbcClient jdbc, KeyVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** The public halves of those that have not ended. */
    JWKSet published(Instant now) {
        return new JWKSet(jdbc.sql("""
                select public_jwk from lti_tool_key where ends_at is null or ends_at > :now order by created_at
                """)
                .param("now", utc(now))
                .<JWK>query((row, _) -> parsed(row.getString("public_jwk")))
                .list());
    }

    /** The key to sign with, private half included: the latest whose time has come. */
    RSAKey signing(Instant now) {
        return jdbc.sql("""
                select kid, private_key from lti_tool_key
                 where signs_from <= :now and (ends_at is null or ends_at > :now)
                 order by signs_from desc, kid limit 1
                """)
                .param("now", utc(now))
                .query((row, _) ->
                        parsed(new String(vault.open(row.getString("kid"), row.getBytes("private_key")), UTF_8)))
                .single();
    }

    /** Each key's times, the newest first; checks that each opens. */
    List<KeyTimes> times() {
        return jdbc.sql("select kid, private_key, signs_from, ends_at from lti_tool_key order by signs_from desc, kid")
                .query((row, _) -> {
                    vault.open(row.getString("kid"), row.getBytes("private_key"));
                    return times(row);
                })
                .list();
    }

    /** Makes a key that signs from then on. */
    KeyTimes add(Instant now, Instant signsFrom) {
        RSAKey key = generated();
        jdbc.sql("""
                insert into lti_tool_key (kid, public_jwk, private_key, created_at, signs_from)
                values (:kid, cast(:public as jsonb), :private, :at, :from)
                """)
                .param("kid", key.getKeyID())
                .param("public", key.toPublicJWK().toJSONString())
                .param("private", vault.close(key.getKeyID(), key.toJSONString().getBytes(UTF_8)))
                .param("at", utc(now))
                .param("from", utc(signsFrom))
                .update();
        return new KeyTimes(key.getKeyID(), signsFrom, Optional.empty());
    }

    /** Has every other key end then, unless it ends before. */
    void endOthers(String kid, Instant end) {
        jdbc.sql("""
                update lti_tool_key set ends_at = greatest(created_at, least(ends_at, :end)) where kid <> :kid
                """).param("end", utc(end)).param("kid", kid).update();
    }

    /** Removes the keys that have ended. */
    void removeEnded(Instant now) {
        jdbc.sql("delete from lti_tool_key where ends_at <= :now")
                .param("now", utc(now))
                .update();
    }

    /** Until the end of the transaction only one instance decides about keys. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('lti_tool_key'))")
                .query((_, _) -> 1)
                .single();
    }

    private static KeyTimes times(ResultSet row) throws SQLException {
        return new KeyTimes(
                row.getString("kid"),
                row.getObject("signs_from", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ends_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
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
