package no.kompetansebro.lti;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Closes a text (AES-256-GCM) so that only who has the secret can open it: the database alone tells nothing. */
final class Seal {

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Seal() {}

    static byte[] close(Secret secret, String text) {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        byte[] closed = run(Cipher.ENCRYPT_MODE, secret, iv, text.getBytes(StandardCharsets.UTF_8));
        byte[] all = Arrays.copyOf(iv, IV_BYTES + closed.length);
        System.arraycopy(closed, 0, all, IV_BYTES, closed.length);
        return all;
    }

    static String open(Secret secret, byte[] closed) {
        byte[] iv = Arrays.copyOf(closed, IV_BYTES);
        byte[] rest = Arrays.copyOfRange(closed, IV_BYTES, closed.length);
        return new String(run(Cipher.DECRYPT_MODE, secret, iv, rest), StandardCharsets.UTF_8);
    }

    private static byte[] run(int mode, Secret secret, byte[] iv, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(Hash.of("seal " + secret.value()).bytes(), "AES"),
                    new GCMParameterSpec(TAG_BITS, iv));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed text could not be closed or opened", e);
        }
    }
}
