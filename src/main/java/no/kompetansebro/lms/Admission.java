package no.kompetansebro.lms;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.lti.spi.Launch;
import no.kompetansebro.lti.spi.LaunchReceiver;
import no.kompetansebro.lti.spi.Reception;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewers;
import no.kompetansebro.organisation.access.Visitor;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets launches in: as the employee whose account it is, or as an administrator whom the employer trusts. A role that
 * an LMS sends gives nothing else.
 */
@Component
class Admission implements LaunchReceiver {

    private static final Set<URI> ADMINISTRATORS = Set.of(
            URI.create("http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator"),
            URI.create("http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator"));

    /** Who may place links: roles in the launch's context (lti-requirements SVC-65). */
    private static final Set<URI> EDITORS = Set.of(
            URI.create("http://purl.imsglobal.org/vocab/lis/v2/membership#Administrator"),
            URI.create("http://purl.imsglobal.org/vocab/lis/v2/membership#ContentDeveloper"),
            URI.create("http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor"));

    /** How long an LMS's word that somebody is an administrator counts, and how long without a click. */
    private static final Duration LONGEST = Duration.ofHours(2);

    private static final Duration IDLE = Duration.ofMinutes(30);

    private final LmsPlatforms platforms;
    private final AccountLinking linking;
    private final CourseLaunches courses;
    private final Viewers viewers;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Admission(
            LmsPlatforms platforms,
            AccountLinking linking,
            CourseLaunches courses,
            Viewers viewers,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.platforms = platforms;
        this.linking = linking;
        this.courses = courses;
        this.viewers = viewers;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean offers(String path) {
        return Landing.offers(path);
    }

    @Override
    public Reception receive(Launch launch) {
        Optional<LmsPlatform> platform = platforms.find(launch.registration());
        if (platform.isEmpty()) {
            return new Reception.Refused(notice("platform_without_employer", Optional.empty()));
        }
        if (isChoice(launch) && Collections.disjoint(launch.roles(), EDITORS)) {
            return new Reception.Refused(notice("choice_not_allowed", Optional.empty()));
        }
        return launch.subject()
                .map(subject -> receive(launch, subject, platform.get()))
                .orElseGet(() -> new Reception.Informed(notice("anonymous", Optional.empty())));
    }

    private Reception receive(Launch launch, String subject, LmsPlatform platform) {
        return EmployerScope.in(
                platform.employer(),
                () -> transaction.<Reception>execute(_ -> decide(launch, seen(launch, subject, platform), platform)));
    }

    private AccountLink seen(Launch launch, String subject, LmsPlatform platform) {
        Account account = new Account(launch.registration(), launch.issuer(), subject, launch.person());
        AccountLink link = linking.link(account, platform);
        courses.seen(launch, subject, link.employee());
        if (link.employee().isPresent()) {
            events.publishEvent(new AccountSeen(platform.employer(), launch.registration(), subject));
        }
        return link;
    }

    private Reception decide(Launch launch, AccountLink link, LmsPlatform platform) {
        if (isChoice(launch)) {
            return choose(link, platform);
        }
        boolean administrator = platform.trustAdministrators() && !Collections.disjoint(launch.roles(), ADMINISTRATORS);
        return switch (link.status()) {
            case CONFIRMED -> admit(launch, link, platform, administrator);
            case WAITING -> administrator ? administrator(link, platform) : refuse("account_waiting", link);
            case REJECTED -> administrator ? administrator(link, platform) : refuse("account_rejected", link);
        };
    }

    private Reception admit(Launch launch, AccountLink link, LmsPlatform platform, boolean administrator) {
        EmployeeId employee = link.employee().orElseThrow();
        Visitor visitor =
                new Visitor(platform.employer(), employee, administrator ? trustedUntil() : null, link.withoutRights());
        Optional<Duration> idle = administrator ? Optional.of(IDLE) : Optional.empty();
        return new Reception.Admitted(visitor, SignedIn.as(employee), Set.of(), path(launch, visitor), idle);
    }

    /** What the link names, or a page. */
    private String path(Launch launch, Visitor visitor) {
        return Optional.ofNullable(launch.custom().get(Content.PARAMETER))
                .map(ContentPage::pathOf)
                .orElseGet(() -> Landing.of(launch, viewers.of(visitor)).path());
    }

    private static boolean isChoice(Launch launch) {
        return launch.message() instanceof Launch.DeepLinking;
    }

    /**
     * Whoever edits courses need not be an employee here to place links: without a confirmed link they come in as nobody,
     * who sees the names of the catalogue and no person.
     */
    private static Reception choose(AccountLink link, LmsPlatform platform) {
        return switch (link.status()) {
            case REJECTED -> refuse("account_rejected", link);
            case WAITING -> chooser(Visitor.nobody(platform.employer()), SignedIn.as(link.id()));
            case CONFIRMED -> {
                EmployeeId employee = link.employee().orElseThrow();
                yield chooser(
                        new Visitor(platform.employer(), employee, null, link.withoutRights()), SignedIn.as(employee));
            }
        };
    }

    private static Reception chooser(Visitor visitor, String name) {
        return new Reception.Admitted(visitor, name, Set.of(), ChoicePage.PATH, Optional.empty());
    }

    private Reception administrator(AccountLink link, LmsPlatform platform) {
        Visitor visitor = Visitor.administrator(platform.employer(), trustedUntil());
        return new Reception.Admitted(visitor, SignedIn.as(link.id()), Set.of(), LinksPage.PATH, Optional.of(IDLE));
    }

    private Instant trustedUntil() {
        return clock.instant().plus(LONGEST);
    }

    private static Reception refuse(String code, AccountLink link) {
        return new Reception.Refused(notice(code, Optional.of(link.id().reference())));
    }

    private static Reception.Notice notice(String code, Optional<String> reference) {
        return new Reception.Notice(code, "lms.launch." + code, reference);
    }
}
