package no.kompetansebro.lms;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.kompetansebro.lti.advantage.Deployment;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.lti.spi.Registrations;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The learning platforms of the employer in scope, as its administrators keep them; every change is kept. */
@Component
class PlatformBook {

    private final Registrations registrations;
    private final LmsPlatforms platforms;
    private final JdbcClient jdbc;
    private final Clock clock;

    PlatformBook(Registrations registrations, LmsPlatforms platforms, JdbcClient jdbc, Clock clock) {
        this.registrations = registrations;
        this.platforms = platforms;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One platform. */
    record Entry(RegistrationId id, Registration registration, LmsPlatform platform, boolean on) {

        /** Its address without the scheme, which people know it by. */
        public String name() {
            return registration.issuer().replaceFirst("^https?://", "");
        }
    }

    @Transactional(readOnly = true)
    List<Entry> all() {
        return platforms.of(EmployerScope.required()).stream()
                .flatMap(this::entry)
                .toList();
    }

    /** The platform with the key, where it is this employer's. */
    @Transactional(readOnly = true)
    Optional<Entry> find(RegistrationId id) {
        return platforms.find(id).stream()
                .filter(platform -> platform.employer().equals(EmployerScope.required()))
                .flatMap(this::entry)
                .findFirst();
    }

    /**
     * Registers the platform or changes what is registered for its issuer and client id. Empty where that is another
     * employer's: then nothing is changed.
     */
    @Transactional
    Optional<RegistrationId> put(
            Registration registration, List<AccountAttribute> accountLink, boolean trustAdministrators, String by) {
        EmployerId employer = EmployerScope.required();
        waitForOthersWith(registration);
        Optional<RegistrationId> before = registrations.find(registration.issuer(), registration.clientId());
        if (before.filter(id -> !isOf(employer, id)).isPresent()) {
            return Optional.empty();
        }
        RegistrationId id = registrations.put(registration);
        platforms.put(new LmsPlatform(id, employer, accountLink, trustAdministrators));
        record(id, before.isPresent() ? "CHANGED" : "REGISTERED", by);
        return Optional.of(id);
    }

    @Transactional
    void switchTo(Entry entry, boolean on, String by) {
        if (entry.on() != on) {
            registrations.switchTo(entry.id(), on);
            record(entry.id(), on ? "SWITCHED_ON" : "SWITCHED_OFF", by);
        }
    }

    /** Where the roster of a course is that was opened from the platform: the latest that said so. */
    @Transactional(readOnly = true)
    Optional<Roster> latestRoster(Entry entry) {
        return jdbc.sql("""
                select deployment_id, memberships_url from lms_course
                 where registration_id = :registration and memberships_url is not null
                 order by seen_at desc limit 1
                """)
                .param("registration", entry.id().value())
                .query((row, _) -> new Roster(
                        new Deployment(entry.id(), row.getString("deployment_id")),
                        URI.create(row.getString("memberships_url"))))
                .optional();
    }

    /** Where a roster is. */
    record Roster(Deployment deployment, URI address) {}

    /** Else two employers could both find the registration to be nobody's yet. */
    private void waitForOthersWith(Registration registration) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", registration.issuer() + " " + registration.clientId())
                .query((_, _) -> 1)
                .single();
    }

    private boolean isOf(EmployerId employer, RegistrationId id) {
        return platforms
                .find(id)
                .filter(platform -> platform.employer().equals(employer))
                .isPresent();
    }

    private Stream<Entry> entry(LmsPlatform platform) {
        RegistrationId id = platform.registration();
        return registrations
                .known(id)
                .map(registration -> new Entry(id, registration, platform, registrations.isOn(id)))
                .stream();
    }

    private void record(RegistrationId id, String act, String by) {
        jdbc.sql("""
                insert into platform_change (employer_id, change_id, registration_id, act, done_by, done_at)
                values (:employer, :change, :registration, :act, :by, :at)
                """)
                .param("employer", EmployerScope.required().value())
                .param("change", TimeOrderedId.next(clock.instant()))
                .param("registration", id.value())
                .param("act", act)
                .param("by", by)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
