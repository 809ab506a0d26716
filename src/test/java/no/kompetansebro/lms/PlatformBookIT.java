package no.kompetansebro.lms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import no.kompetansebro.lti.LaunchScenario;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose a registration is. */
class PlatformBookIT extends LaunchScenario {

    @Autowired
    PlatformBook book;

    @Autowired
    LmsPlatforms platforms;

    private Optional<RegistrationId> put(EmployerId who, Registration registration) {
        return EmployerScope.in(who, () -> book.put(registration, List.of(), false, "employee:test"));
    }

    @Test
    void givesARegistrationThatTwoWantAtOnceToTheFirst() throws Exception {
        EmployerId other = employers.findOrAdd("other-" + UUID.randomUUID());
        Registration wanted = platform.registration("client-" + UUID.randomUUID(), "1");

        CompletableFuture<Optional<RegistrationId>> second = new CompletableFuture<>();
        RegistrationId first = EmployerScope.in(
                employer,
                () -> transaction.execute(_ -> {
                    RegistrationId id = put(employer, wanted).orElseThrow();
                    second.completeAsync(() -> put(other, wanted));
                    waitUntilSomebodyWaits();
                    return id;
                }));

        assertThat(second.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(platforms.find(first).orElseThrow().employer()).isEqualTo(employer);
        assertThat(put(employer, wanted)).contains(first);
    }

    private void waitUntilSomebodyWaits() {
        Instant end = Instant.now().plusSeconds(10);
        while (Instant.now().isBefore(end)
                && !jdbc.sql("select exists (select 1 from pg_locks where not granted)")
                        .query(Boolean.class)
                        .single()) {
            Thread.onSpinWait();
        }
    }
}
