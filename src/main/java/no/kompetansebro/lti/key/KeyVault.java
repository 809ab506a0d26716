package no.kompetansebro.lti.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Encrypts private keys with AES-256-GCM; the key comes from the secret by HKDF, and each text is bound to its id. */
@Component
class KeyVault {

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    @Autowired
    KeyVault(KeySecret secret) throws GeneralSecurityException {
        this(secret, "kompetansebro lti key");
    }

    /** {@code purpose}: what is encrypted; for another one the same secret gives another key. */
    KeyVault(KeySecret secret, String purpose) throws GeneralSecurityException {
        this.key = KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(secret.value().getBytes(StandardCharsets.UTF_8))
                                .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), 32));
    }

    byte[] close(String id, byte[] plain) {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, id, iv).doFinal(plain);
            byte[] all = Arrays.copyOf(iv, IV_BYTES + encrypted.length);
            System.arraycopy(encrypted, 0, all, IV_BYTES, encrypted.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key could not be encrypted", e);
        }
    }

    /** Throws {@link IllegalStateException} when it was encrypted with another secret, for another id, or changed. */
    byte[] open(String id, byte[] closed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, id, Arrays.copyOf(closed, IV_BYTES))
                    .doFinal(closed, IV_BYTES, closed.length - IV_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The tool's LTI key " + id + " was encrypted with another kompetansebro.lti.key-secret", e);
        }
    }

    private Cipher cipher(int mode, String id, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(id.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
