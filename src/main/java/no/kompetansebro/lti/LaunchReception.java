package no.kompetansebro.lti;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import no.kompetansebro.lti.spi.Launch;
import no.kompetansebro.lti.spi.LaunchReceiver;
import no.kompetansebro.lti.spi.Reception;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Gives a launch, checked and of a proven browser, to its receiver, and answers with what comes of it. */
@Component
class LaunchReception {

    private final LaunchReceiver receiver;
    private final WaitingChoices choices;
    private final Refusals refusals;

    LaunchReception(LaunchReceiver receiver, WaitingChoices choices, Refusals refusals) {
        this.receiver = receiver;
        this.choices = choices;
        this.refusals = refusals;
    }

    ModelAndView receive(Launch launch, Platform platform, HttpServletRequest request, HttpServletResponse response) {
        return switch (receiver.receive(launch)) {
            case Reception.Admitted admitted -> admit(admitted, launch, request, response);
            case Reception.Informed informed -> NoticePage.of(informed.notice(), HttpStatus.OK);
            case Reception.Refused refused -> {
                refusals.record(refused.notice(), platform);
                yield NoticePage.of(refused.notice(), HttpStatus.FORBIDDEN);
            }
        };
    }

    private ModelAndView admit(
            Reception.Admitted admitted, Launch launch, HttpServletRequest request, HttpServletResponse response) {
        SignIn.as(admitted, launch, request, response);
        request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.SEE_OTHER);
        return new ModelAndView(
                new RedirectView(URI.create(path(admitted, launch)).toString(), false, false, false));
    }

    /** Whoever wants to place links goes on to their choice. */
    private String path(Reception.Admitted admitted, Launch launch) {
        return switch (launch.message()) {
            case Launch.ResourceLink _ -> admitted.path();
            case Launch.DeepLinking request -> admitted.path() + "/" + choices.begin(launch, request, admitted.name());
        };
    }
}
