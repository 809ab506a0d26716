package no.kompetansebro.lms.xapi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The connections of learning tools. A secret is 256 random bits, shown once; only its hash is kept. */
@Repository
@Transactional
class Connections {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    Connections(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new connection's key and secret. */
    record Credentials(String key, String secret) {}

    /** A connection as its administrator sees it. */
    record Listed(
            UUID id,
            String name,
            String homePage,
            boolean trustsMailbox,
            LocalDateTime createdAt,
            Optional<LocalDate> lastUsed,
            boolean revoked) {}

    private record Known(Connection connection, String hash, boolean usedToday) {}

    /** The connection with the key, if the secret is its and it is not revoked. Asked before any employer is known. */
    Optional<Connection> find(UUID key, String secret) {
        Optional<Known> known = jdbc.sql("""
                select connection_id, employer_id, home_page, trusts_mailbox, encode(secret_hash, 'hex') as hash,
                       last_used_on is not distinct from cast(:today as date) as used_today
                  from xapi_connection where connection_id = :key and revoked_at is null
                """)
                .param("key", key)
                .param("today", today())
                .query((row, _) -> new Known(
                        new Connection(
                                row.getObject("connection_id", UUID.class),
                                new EmployerId(row.getObject("employer_id", UUID.class)),
                                row.getString("home_page"),
                                row.getBoolean("trusts_mailbox")),
                        row.getString("hash"),
                        row.getBoolean("used_today")))
                .optional()
                .filter(each -> isHash(each.hash(), secret));
        known.filter(each -> !each.usedToday()).ifPresent(each -> used(key));
        return known.map(Known::connection);
    }

    private static boolean isHash(String hash, String secret) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(hash), hash(secret));
    }

    private void used(UUID key) {
        jdbc.sql("update xapi_connection set last_used_on = :today where connection_id = :key")
                .param("today", today())
                .param("key", key)
                .update();
    }

    /** Makes one for the employer in scope. */
    Credentials add(String name, String homePage, boolean trustsMailbox, String by) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        UUID id = TimeOrderedId.next(clock.instant());
        jdbc.sql("""
                insert into xapi_connection (connection_id, employer_id, name, home_page, trusts_mailbox, secret_hash, created_by,
                                             created_at)
                values (:id, :employer, :name, :home, :trusts, :hash, :by, :now)
                """)
                .param("id", id)
                .param("employer", EmployerScope.required().value())
                .param("name", name)
                .param("home", homePage)
                .param("trusts", trustsMailbox)
                .param("hash", hash(secret))
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return new Credentials(id.toString(), secret);
    }

    /** Lets nothing more in with the key, for ever. */
    boolean revoke(UUID id, String by) {
        return jdbc.sql("""
                update xapi_connection set revoked_at = :now, revoked_by = :by
                 where connection_id = :id and employer_id = :employer and revoked_at is null
                """)
                        .param("id", id)
                        .param("employer", EmployerScope.required().value())
                        .param("by", by)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Those of the employer in scope, in use first. */
    List<Listed> all() {
        return jdbc.sql("""
                select c.connection_id, c.name, c.home_page, c.trusts_mailbox, c.created_at at time zone m.time_zone as created,
                       c.last_used_on, c.revoked_at is not null as revoked
                  from xapi_connection c join employer m on m.employer_id = c.employer_id
                 where c.employer_id = :employer
                 order by revoked, c.created_at desc limit 100
                """)
                .param("employer", EmployerScope.required().value())
                .query((row, _) -> new Listed(
                        row.getObject("connection_id", UUID.class),
                        row.getString("name"),
                        row.getString("home_page"),
                        row.getBoolean("trusts_mailbox"),
                        row.getObject("created", LocalDateTime.class),
                        Optional.ofNullable(row.getObject("last_used_on", LocalDate.class)),
                        row.getBoolean("revoked")))
                .list();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
