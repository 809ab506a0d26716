package no.kompetansebro.lti;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import no.kompetansebro.lti.spi.Invitation;
import no.kompetansebro.lti.spi.Invitations;
import no.kompetansebro.lti.spi.Reception;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where an LMS opens us to register: in a frame of its administrator's page, with an invitation of ours. */
@Controller
class RegistrationEndpoint {

    private final Invitations invitations;
    private final DynamicRegistration registration;
    private final Refusals refusals;
    private final Arrivals arrivals;

    RegistrationEndpoint(
            Invitations invitations, DynamicRegistration registration, Refusals refusals, Arrivals arrivals) {
        this.invitations = invitations;
        this.registration = registration;
        this.refusals = refusals;
        this.arrivals = arrivals;
    }

    @GetMapping("/lti/register")
    ModelAndView register(HttpServletRequest request) {
        arrivals.admit(request);
        Parameters parameters = new Parameters(request);
        String address = parameters
                .nonBlank("openid_configuration")
                .orElseThrow(() -> new RegistrationFailed(RegistrationProblem.CONFIGURATION_MISSING));
        Invitation invitation = parameters
                .nonBlank("invitation")
                .flatMap(invitations::take)
                .orElseThrow(() -> new RegistrationFailed(RegistrationProblem.INVITATION_INVALID));
        try {
            DynamicRegistration.Done done =
                    registration.register(invitation, address, parameters.nonBlank("registration_token"));
            RequestPlatform.set(request, done.platform());
            return page(invitation, done);
        } catch (RuntimeException e) {
            invitations.giveBack(invitation);
            throw e;
        }
    }

    private static ModelAndView page(Invitation invitation, DynamicRegistration.Done done) {
        return new ModelAndView(
                "lti/registered",
                Map.of(
                        "issuer",
                        done.platform().registration().issuer(),
                        "employer",
                        invitation.from(),
                        "moodle",
                        done.configuration().family().filter("moodle"::equals).isPresent(),
                        "deployed",
                        !done.platform().registration().deployments().isEmpty(),
                        "origin",
                        done.configuration().origin().orElseThrow()));
    }

    @ExceptionHandler
    ModelAndView failed(RegistrationFailed failed) {
        RegistrationProblem problem = failed.problem();
        Reception.Notice notice = refusals.record(problem.code(), problem.messageKey());
        ModelAndView page = NoticePage.of(notice, problem.status());
        failed.unreached().ifPresent(cause -> page.addObject("causeKey", "lti.cause." + cause.code()));
        return page;
    }
}
