package no.kompetansebro.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What is kept of refusals, and for how long. */
class RefusalsIT extends LaunchScenario {

    private String kept(UUID id) {
        return jdbc.sql("select count(*) || ' rows, ' || coalesce(sum(times), 0) || ' times' from lti_refusal"
                        + " where registration_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    @Test
    void countsAFloodInOneRow() {
        Platform known = new Platform(registration, platform.registration(CLIENT, "1"));
        Clock clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        Refusals refusals = new Refusals(jdbc, clock, new Allowance(2, Duration.ofDays(1), clock.instant()));

        for (int i = 0; i < 500; i++) {
            refusals.record(Refusal.STATE_UNKNOWN, Optional.of(known));
        }
        assertThat(kept(registration.value())).isEqualTo("3 rows, 500 times");
        refusals.record(Refusal.KID_UNKNOWN, Optional.of(known));

        assertThat(kept(registration.value()))
                .as("the first of a kind has a row")
                .isEqualTo("4 rows, 501 times");
    }

    @Test
    void forgetsRefusalsAfterNinetyDays() {
        for (int days : new int[] {89, 91, 400}) {
            jdbc.sql(
                            "insert into lti_refusal (refusal_id, refused_at, registration_id, code) values (:id, :at, :r, 'x')")
                    .param("id", new UUID(0, ThreadLocalRandom.current().nextLong()))
                    .param("at", OffsetDateTime.now(ZoneOffset.UTC).minusDays(days))
                    .param("r", registration.value())
                    .update();
        }

        login(p -> p.remove("login_hint"));

        assertThat(kept(registration.value())).isEqualTo("1 rows, 1 times");
    }
}
