package no.kompetansebro.lti;

import java.time.Clock;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import no.kompetansebro.lti.spi.Reception;
import no.kompetansebro.shared.TimeOrderedId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps one row and one log line of each refusal: code, registration and reference; nobody's name, no token. */
@Repository
class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private static final Period KEPT = Period.ofDays(90);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Allowance rows;
    private final Map<Kind, UUID> latest = new ConcurrentHashMap<>();

    @Autowired
    Refusals(JdbcClient jdbc, Clock clock) {
        this(jdbc, clock, new Allowance(5000, Duration.ofSeconds(1), clock.instant()));
    }

    /** The allowance is how many rows there may be; what is beyond it is counted in rows that are there. */
    Refusals(JdbcClient jdbc, Clock clock, Allowance rows) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rows = rows;
    }

    void record(Reception.Notice notice, Platform platform) {
        record(notice.code(), notice.reference().orElse("-"), platform.id().value());
    }

    /** Records the refusal and returns what its page says. */
    Reception.Notice record(Refusal refusal, Optional<Platform> platform) {
        UUID registration = platform.map(p -> p.id().value()).orElse(null);
        String reference = record(refusal.code(), "-", registration);
        return new Reception.Notice(refusal.code(), refusal.messageKey(), Optional.of(reference));
    }

    /** Records that somebody could not register, and returns what the page says. */
    Reception.Notice record(String code, String messageKey) {
        return new Reception.Notice(code, messageKey, Optional.of(record(code, "-", (UUID) null)));
    }

    private String record(String code, String given, @Nullable UUID registration) {
        UUID id = TimeOrderedId.next(clock.instant());
        String reference = given.equals("-") ? id.toString().substring(28) : given;
        keep(id, new Kind(code, String.valueOf(registration)), reference, registration);
        return reference;
    }

    /** In a flood neither the table nor the log grows with every request. */
    private void keep(UUID id, Kind kind, String reference, @Nullable UUID registration) {
        UUID before = latest.get(kind);
        try {
            if (before != null && !rows.take(clock.instant())) {
                jdbc.sql("update lti_refusal set times = times + 1 where refusal_id = :id")
                        .param("id", before)
                        .update();
                return;
            }
            log.info("LTI refusal: code={} registration={} reference={}", kind.code(), registration, reference);
            append(id, kind.code(), registration);
            latest.put(kind, id);
        } catch (DataAccessException e) {
            log.warn(
                    "A refusal ({}) could not be stored: {}",
                    kind.code(),
                    e.getClass().getSimpleName());
        }
    }

    private void append(UUID id, String code, @Nullable UUID registration) {
        jdbc.sql("""
                    with old as (
                        delete from lti_refusal where refusal_id in (
                            select refusal_id from lti_refusal where refused_at < :kept
                             limit 100 for update skip locked)
                    )
                    insert into lti_refusal (refusal_id, refused_at, registration_id, code)
                    values (:id, :at, :registration, :code)
                    """)
                .param("id", id)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("registration", registration)
                .param("code", code)
                .param("kept", clock.instant().atOffset(ZoneOffset.UTC).minus(KEPT))
                .update();
    }

    private record Kind(String code, String registration) {}
}
