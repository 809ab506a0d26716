package no.kompetansebro.lms;

import java.net.URI;
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

    private final LmsPlatforms platforms;
    private final AccountLinking linking;
    private final Viewers viewers;
    private final TransactionTemplate transaction;

    Admission(LmsPlatforms platforms, AccountLinking linking, Viewers viewers, TransactionTemplate transaction) {
        this.platforms = platforms;
        this.linking = linking;
        this.viewers = viewers;
        this.transaction = transaction;
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
        return launch.subject()
                .map(subject -> receive(launch, subject, platform.get()))
                .orElseGet(() -> new Reception.Informed(notice("anonymous", Optional.empty())));
    }

    private Reception receive(Launch launch, String subject, LmsPlatform platform) {
        return EmployerScope.in(
                platform.employer(),
                () -> transaction.<Reception>execute(
                        _ -> decide(launch, linking.link(launch, subject, platform), platform)));
    }

    private Reception decide(Launch launch, AccountLink link, LmsPlatform platform) {
        boolean administrator = platform.trustAdministrators() && !Collections.disjoint(launch.roles(), ADMINISTRATORS);
        return switch (link.status()) {
            case CONFIRMED -> admit(launch, link.employee().orElseThrow(), platform, administrator);
            case WAITING -> administrator ? administrator(link, platform) : refuse("account_waiting", link);
            case REJECTED -> administrator ? administrator(link, platform) : refuse("account_rejected", link);
        };
    }

    private Reception admit(Launch launch, EmployeeId employee, LmsPlatform platform, boolean administrator) {
        Visitor visitor = new Visitor(platform.employer(), employee, administrator);
        String path = Landing.of(launch, viewers.of(visitor)).path();
        return new Reception.Admitted(visitor, SignedIn.as(employee), Set.of(), path);
    }

    private static Reception administrator(AccountLink link, LmsPlatform platform) {
        Visitor visitor = new Visitor(platform.employer(), null, true);
        return new Reception.Admitted(visitor, SignedIn.as(link.id()), Set.of(), LinksPage.PATH);
    }

    private static Reception refuse(String code, AccountLink link) {
        return new Reception.Refused(notice(code, Optional.of(link.id().reference())));
    }

    private static Reception.Notice notice(String code, Optional<String> reference) {
        return new Reception.Notice(code, "lms.launch." + code, reference);
    }
}
