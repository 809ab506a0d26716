package no.kompetansebro.lti;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import no.kompetansebro.lti.spi.Launch;
import no.kompetansebro.lti.spi.LaunchReceiver;
import no.kompetansebro.lti.spi.Reception;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The one redirect URI: ends a login with a launch (Security Framework 1.0 sections 5.1.1.3 to 5.1.1.5). */
@Controller
class LaunchEndpoint {

    private final LaunchAttempts attempts;
    private final Platforms platforms;
    private final LaunchVerification verification;
    private final LaunchReceiver receiver;
    private final Refusals refusals;

    LaunchEndpoint(
            LaunchAttempts attempts,
            Platforms platforms,
            LaunchVerification verification,
            LaunchReceiver receiver,
            Refusals refusals) {
        this.attempts = attempts;
        this.platforms = platforms;
        this.verification = verification;
        this.receiver = receiver;
        this.refusals = refusals;
    }

    @PostMapping(path = "/lti/launch", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView launch(HttpServletRequest request, HttpServletResponse response) {
        AuthenticationResponse answer = AuthenticationResponse.of(new Parameters(request));
        LaunchAttempt attempt = attempt(answer.state(), request, response);
        Platform platform = platform(attempt, request);
        String token = answer.idToken().orElseThrow(() -> new LaunchRefused(Refusal.PLATFORM_ERROR));
        Launch launch = verification.verify(token, platform, attempt);
        return switch (receiver.receive(launch)) {
            case Reception.Admitted admitted -> admit(admitted, launch, request, response);
            case Reception.Informed informed -> NoticePage.of(informed.notice(), HttpStatus.OK);
            case Reception.Refused refused -> {
                refusals.record(refused.notice(), platform);
                yield NoticePage.of(refused.notice(), HttpStatus.FORBIDDEN);
            }
        };
    }

    /** The attempt that the state belongs to, which is used up from here on, whatever comes. */
    private LaunchAttempt attempt(String state, HttpServletRequest request, HttpServletResponse response) {
        LaunchAttempt attempt = attempts.consume(state).orElseThrow(() -> new LaunchRefused(Refusal.STATE_UNKNOWN));
        response.addHeader(HttpHeaders.SET_COOKIE, BrowserBinding.release(state).toString());
        platforms.find(attempt.registration()).ifPresent(platform -> RequestPlatform.set(request, platform));
        if (!BrowserBinding.holds(request, state, attempt)) {
            throw new LaunchRefused(Refusal.BROWSER_MISMATCH);
        }
        return attempt;
    }

    private Platform platform(LaunchAttempt attempt, HttpServletRequest request) {
        return RequestPlatform.of(request)
                .filter(platform -> platform.id().equals(attempt.registration()))
                .orElseThrow(() -> new LaunchRefused(Refusal.REGISTRATION_UNKNOWN));
    }

    private static ModelAndView admit(
            Reception.Admitted admitted, Launch launch, HttpServletRequest request, HttpServletResponse response) {
        SignIn.as(admitted, launch, request, response);
        request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.SEE_OTHER);
        return new ModelAndView(new RedirectView(URI.create(admitted.path()).toString(), false, false, false));
    }
}
