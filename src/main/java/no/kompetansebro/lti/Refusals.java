package no.kompetansebro.lti;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.lti.spi.Reception;
import no.kompetansebro.shared.TimeOrderedId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps one row and one log line of each refusal: code, registration and reference; nobody's name, no token. */
@Repository
class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    Refusals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
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

    private String record(String code, String given, @Nullable UUID registration) {
        UUID id = TimeOrderedId.next(clock.instant());
        String reference = given.equals("-") ? id.toString().substring(28) : given;
        log.info("LTI refusal: code={} registration={} reference={}", code, registration, reference);
        append(id, code, registration);
        return reference;
    }

    private void append(UUID id, String code, @Nullable UUID registration) {
        try {
            jdbc.sql("""
                    insert into lti_refusal (refusal_id, refused_at, registration_id, code)
                    values (:id, :at, :registration, :code)
                    """)
                    .param("id", id)
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("registration", registration)
                    .param("code", code)
                    .update();
        } catch (DataAccessException e) {
            log.warn("The refusal above could not be stored: {}", e.getClass().getSimpleName());
        }
    }
}
