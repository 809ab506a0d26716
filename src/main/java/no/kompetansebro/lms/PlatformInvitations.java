package no.kompetansebro.lms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.kompetansebro.lti.Hash;
import no.kompetansebro.lti.Secret;
import no.kompetansebro.lti.spi.Invitation;
import no.kompetansebro.lti.spi.Invitations;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.lti.spi.Registrations;
import no.kompetansebro.organisation.Employers;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invitations of employers' administrators: good for one registration, for three days. Only hashes are kept. */
@Component
class PlatformInvitations implements Invitations {

    static final Duration LIFETIME = Duration.ofDays(3);

    private final JdbcClient jdbc;
    private final PlatformBook book;
    private final Registrations registrations;
    private final Employers employers;
    private final Deciders deciders;
    private final Clock clock;

    PlatformInvitations(
            JdbcClient jdbc,
            PlatformBook book,
            Registrations registrations,
            Employers employers,
            Deciders deciders,
            Clock clock) {
        this.jdbc = jdbc;
        this.book = book;
        this.registrations = registrations;
        this.employers = employers;
        this.deciders = deciders;
        this.clock = clock;
    }

    /** Makes one for the employer in scope; the secret is shown once. */
    Secret make(boolean privateAddresses, String by) {
        Secret secret = Secret.random();
        Instant now = clock.instant();
        jdbc.sql("""
                insert into platform_invitation
                    (invitation_id, secret_hash, employer_id, private_addresses, made_by, made_at, expires_at)
                values (:id, :hash, :employer, :private, :by, :now, :expires)
                """)
                .param("id", TimeOrderedId.next(now))
                .param("hash", secret.hash().bytes())
                .param("employer", EmployerScope.required().value())
                .param("private", privateAddresses)
                .param("by", by)
                .param("now", utc(now))
                .param("expires", utc(now.plus(LIFETIME)))
                .update();
        return secret;
    }

    /** Good only as long as whoever made it might register the platform by hand too. */
    @Override
    public Optional<Invitation> take(String secret) {
        return taken(secret).filter(invitation -> isStillMeant(maker(invitation)));
    }

    private boolean isStillMeant(Maker maker) {
        return EmployerScope.in(maker.employer(), () -> deciders.isStillEnough(maker.name()));
    }

    private Optional<Invitation> taken(String secret) {
        return jdbc.sql("""
                update platform_invitation set taken_at = :now
                 where secret_hash = :hash and taken_at is null and expires_at > :now
                returning invitation_id, employer_id, private_addresses
                """)
                .param("now", utc(clock.instant()))
                .param("hash", Hash.of(secret).bytes())
                .query((row, _) -> new Invitation(
                        row.getObject("invitation_id", UUID.class),
                        employers.name(new EmployerId(row.getObject("employer_id", UUID.class))),
                        row.getBoolean("private_addresses")))
                .optional();
    }

    @Override
    public void giveBack(Invitation invitation) {
        jdbc.sql("update platform_invitation set taken_at = null where invitation_id = :id and registration_id is null")
                .param("id", invitation.id())
                .update();
    }

    @Override
    public Optional<RegistrationId> fulfil(Invitation invitation, Registration registration) {
        Maker maker = maker(invitation);
        Optional<RegistrationId> id = EmployerScope.in(maker.employer(), () -> registered(registration, maker.name()));
        id.ifPresent(registered -> jdbc.sql(
                        "update platform_invitation set registration_id = :registration where invitation_id = :id")
                .param("registration", registered.value())
                .param("id", invitation.id())
                .update());
        return id;
    }

    /** What an administrator has set before stays, and so do the deployments that are known. */
    private Optional<RegistrationId> registered(Registration registration, String by) {
        Optional<PlatformBook.Entry> before = registrations
                .find(registration.issuer(), registration.clientId())
                .flatMap(book::find);
        Registration whole =
                before.map(entry -> merged(entry.registration(), registration)).orElse(registration);
        return book.put(
                whole,
                before.map(entry -> entry.platform().accountLink()).orElse(List.of(AccountAttribute.IDNUMBER)),
                before.map(entry -> entry.platform().trustAdministrators()).orElse(false),
                by);
    }

    private static Registration merged(Registration before, Registration now) {
        Set<String> deployments = new HashSet<>(before.deployments());
        deployments.addAll(now.deployments());
        return new Registration(
                now.issuer(),
                now.clientId(),
                deployments,
                now.authorizationEndpoint(),
                now.tokenEndpoint(),
                now.jwksUri(),
                now.tokenAudience().or(before::tokenAudience),
                before.origins(),
                now.privateAddresses());
    }

    private Maker maker(Invitation invitation) {
        return jdbc.sql("select employer_id, made_by from platform_invitation where invitation_id = :id")
                .param("id", invitation.id())
                .query((row, _) ->
                        new Maker(new EmployerId(row.getObject("employer_id", UUID.class)), row.getString("made_by")))
                .single();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private record Maker(EmployerId employer, String name) {}
}
