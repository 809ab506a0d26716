package no.kompetansebro.lti.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/** Encrypts what others entrust to us, such as tokens, with a key of its own from the secret of the tool's keys. */
@Component
public class SecretTexts {

    private final KeyVault vault;

    SecretTexts(KeySecret secret) throws GeneralSecurityException {
        this.vault = new KeyVault(secret, "kompetansebro entrusted texts");
    }

    /** Encrypts the text, which can be opened only for the same id. */
    public byte[] close(String id, String text) {
        return vault.close(id, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Throws {@link IllegalStateException} when it was encrypted with another secret, for another id, or changed. */
    public String open(String id, byte[] closed) {
        return new String(vault.open(id, closed), StandardCharsets.UTF_8);
    }
}
