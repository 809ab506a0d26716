package no.kompetansebro.training.gatherings;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The addresses at which calendar programs may fetch employees' calendars, one for each employee who wants one. An address
 * holds the employer's key, by which the rest is looked up, and 256 random bits of which only the hash is kept.
 */
@Component
@Transactional
class CalendarAddresses {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int EMPLOYER_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final int LENGTH = 4 * (EMPLOYER_BYTES + SECRET_BYTES) / 3;

    private final JdbcClient jdbc;

    CalendarAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose calendar an address opens, and in which language. */
    record Opened(EmployeeId employee, String language) {}

    /** What an address says, before anything is looked up; {@code secret}: in Base64. */
    record Token(EmployerId employer, String secret) {

        /** Empty for what is no token of ours. */
        static Optional<Token> read(String text) {
            if (text.length() != LENGTH) {
                return Optional.empty();
            }
            try {
                byte[] bytes = Base64.getUrlDecoder().decode(text);
                ByteBuffer key = ByteBuffer.wrap(bytes, 0, EMPLOYER_BYTES);
                return Optional.of(new Token(
                        new EmployerId(new UUID(key.getLong(), key.getLong())),
                        text(Arrays.copyOfRange(bytes, EMPLOYER_BYTES, bytes.length))));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        static Token of(EmployerId employer, byte[] secret) {
            return new Token(employer, text(secret));
        }

        String text() {
            byte[] bytes = ByteBuffer.allocate(EMPLOYER_BYTES + SECRET_BYTES)
                    .putLong(employer.value().getMostSignificantBits())
                    .putLong(employer.value().getLeastSignificantBits())
                    .put(bytes())
                    .array();
            return text(bytes);
        }

        byte[] bytes() {
            return Base64.getUrlDecoder().decode(secret);
        }

        private static String text(byte[] bytes) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }
    }

    /** Makes a new address for the employee, in place of any former one; it is told only now. */
    String make(EmployeeId employee, String language, Instant now) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        jdbc.sql("""
                insert into calendar_address (employer_id, employee_id, secret_hash, language, made_at)
                values (current_employer(), :employee, :hash, :language, :now)
                on conflict (employer_id, employee_id) do update
                   set secret_hash = excluded.secret_hash, language = excluded.language, made_at = excluded.made_at
                """)
                .param("employee", employee.value())
                .param("hash", hash(secret))
                .param("language", language)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return Token.of(EmployerScope.required(), secret).text();
    }

    /** Revokes the employee's address, where there is one. */
    void revoke(EmployeeId employee) {
        jdbc.sql("delete from calendar_address where employee_id = :employee")
                .param("employee", employee.value())
                .update();
    }

    /** When the employee's address was made; empty where there is none. */
    @Transactional(readOnly = true)
    Optional<Instant> madeAt(EmployeeId employee) {
        return jdbc.sql("select made_at from calendar_address where employee_id = :employee")
                .param("employee", employee.value())
                .query((row, _) ->
                        row.getObject("made_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** Whose address it is, at the employer in scope, which must be the token's. */
    @Transactional(readOnly = true)
    Optional<Opened> open(Token token) {
        return jdbc.sql("select employee_id, language from calendar_address where secret_hash = :hash")
                .param("hash", hash(token.bytes()))
                .query((row, _) ->
                        new Opened(new EmployeeId(row.getObject("employee_id", UUID.class)), row.getString("language")))
                .optional();
    }

    private static byte[] hash(byte[] secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("calendar-address".getBytes(StandardCharsets.US_ASCII));
            return digest.digest(secret);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
