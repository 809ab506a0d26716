package no.kompetansebro.lti.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import no.kompetansebro.lti.Browser;
import no.kompetansebro.lti.LaunchScenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;

class ToolKeysIT extends LaunchScenario {

    @Autowired
    KeyVault vault;

    private Browser.Answer published() {
        return new Browser(port).get("/lti/jwks");
    }

    @Test
    void arePublishedWithoutTheirPrivateHalf() throws Exception {
        JWKSet set = JWKSet.parse(published().body());

        assertThat(published().body()).doesNotContainPattern("\"(d|p|q|dp|dq|qi|k|oth)\"");
        assertThat(set.getKeys()).isNotEmpty().allSatisfy(key -> {
            assertThat(key.getKeyID()).isEqualTo(key.computeThumbprint().toString());
            assertThat(key.getAlgorithm().getName()).isEqualTo("RS256");
            assertThat(key.getKeyUse().identifier()).isEqualTo("sig");
            assertThat(key.size()).isEqualTo(3072);
        });
        assertThat(published().response().headers().firstValue("Cache-Control").orElse(""))
                .contains("max-age=300");
    }

    @Test
    void keepTheirPrivateHalfEncryptedForTheirOwnId() throws Exception {
        record Row(String kid, String privateText) {}
        Row row = jdbc.sql("select kid, encode(private_key, 'escape') from lti_tool_key order by kid limit 1")
                .query((r, _) -> new Row(r.getString(1), r.getString(2)))
                .single();
        byte[] closed = jdbc.sql("select private_key from lti_tool_key order by kid limit 1")
                .query(byte[].class)
                .single();

        assertThat(row.privateText()).doesNotContain("\"d\"", "kty");
        RSAKey opened = RSAKey.parse(new String(vault.open(row.kid(), closed), StandardCharsets.UTF_8));
        assertThat(opened.isPrivate()).isTrue();
        assertThatThrownBy(() -> vault.open("another", closed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void cannotBeOpenedWithAnotherSecret() throws Exception {
        KeyVault one = new KeyVault(new KeySecret(new MockEnvironment()
                .withProperty("kompetansebro.lti.key-secret", "one-secret-of-more-than-32-characters")));
        KeyVault two = new KeyVault(new KeySecret(new MockEnvironment()
                .withProperty("kompetansebro.lti.key-secret", "two-secret-of-more-than-32-characters")));
        byte[] closed = one.close("kid", new byte[] {1, 2, 3});

        assertThat(one.open("kid", closed)).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> two.open("kid", closed)).hasMessageContaining("kompetansebro.lti.key-secret");
    }

    @Test
    void needASecretWithAnOutsideDatabase() {
        MockEnvironment outside = new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://db/k");

        assertThatThrownBy(() -> new KeySecret(outside)).hasMessageContaining("KOMPETANSEBRO_LTI_KEY_SECRET");
        assertThatThrownBy(() -> new KeySecret(outside.withProperty("kompetansebro.lti.key-secret", "short")))
                .hasMessageContaining("at least 32");
    }

    @Test
    void haveTheirSecretInAFileOfTheOwnersBesideTheEmbeddedDatabase(@TempDir Path directory) throws Exception {
        MockEnvironment embedded =
                new MockEnvironment().withProperty("kompetansebro.database.directory", directory.toString());

        String first = new KeySecret(embedded).value();

        assertThat(new KeySecret(embedded).value()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("lti-key.secret"))))
                .isEqualTo("rw-------");
    }
}
