package no.kompetansebro.lti;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import no.kompetansebro.lti.spi.Launch;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The one redirect URI: ends a login with a launch (Security Framework 1.0 sections 5.1.1.3 to 5.1.1.5). */
@Controller
class LaunchEndpoint {

    private final LaunchAttempts attempts;
    private final UnconfirmedLaunches unconfirmed;
    private final Platforms platforms;
    private final LaunchVerification verification;
    private final LaunchReception reception;
    private final Arrivals arrivals;

    LaunchEndpoint(
            LaunchAttempts attempts,
            UnconfirmedLaunches unconfirmed,
            Platforms platforms,
            LaunchVerification verification,
            LaunchReception reception,
            Arrivals arrivals) {
        this.attempts = attempts;
        this.unconfirmed = unconfirmed;
        this.platforms = platforms;
        this.verification = verification;
        this.reception = reception;
        this.arrivals = arrivals;
    }

    @PostMapping(path = "/lti/launch", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView launch(HttpServletRequest request, HttpServletResponse response) {
        arrivals.admit(request);
        AuthenticationResponse answer = AuthenticationResponse.of(new Parameters(request));
        LaunchAttempt attempt = attempt(answer.state(), request, response);
        boolean bound = BrowserBinding.holds(request, answer.state(), attempt.binding());
        if (!bound && attempt.storage().isEmpty()) {
            throw new LaunchRefused(Refusal.BROWSER_MISMATCH);
        }
        Platform platform = platform(attempt, request);
        String token = answer.idToken().orElseThrow(() -> new LaunchRefused(Refusal.PLATFORM_ERROR));
        Claims claims = verification.verify(token, platform, attempt);
        Launch launch = verification.read(claims, platform, attempt);
        return bound
                ? reception.receive(launch, platform, request, response)
                : askTheStorage(answer.state(), attempt, platform, claims, response);
    }

    /** The attempt that the state belongs to, which is used up from here on, whatever comes. */
    private LaunchAttempt attempt(String state, HttpServletRequest request, HttpServletResponse response) {
        LaunchAttempt attempt = attempts.consume(state).orElseThrow(() -> new LaunchRefused(Refusal.STATE_UNKNOWN));
        response.addHeader(HttpHeaders.SET_COOKIE, BrowserBinding.release(state).toString());
        platforms.find(attempt.registration()).ifPresent(platform -> RequestPlatform.set(request, platform));
        FreshStart.offer(request, attempt);
        return attempt;
    }

    private static Platform platform(LaunchAttempt attempt, HttpServletRequest request) {
        return RequestPlatform.of(request)
                .filter(platform -> platform.id().equals(attempt.registration()))
                .orElseThrow(() -> new LaunchRefused(Refusal.REGISTRATION_UNKNOWN));
    }

    /** Nobody is signed in before the browser has shown what only the one that began can read. */
    private ModelAndView askTheStorage(
            String state, LaunchAttempt attempt, Platform platform, Claims claims, HttpServletResponse response) {
        PlatformStorage storage = attempt.storage().orElseThrow();
        Secret id = Secret.random();
        Secret binding = Secret.random();
        unconfirmed.keep(
                id,
                new UnconfirmedLaunch(
                        attempt.boundBy(binding.hash()),
                        storage.value(),
                        claims.object().toString()));
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                BrowserBinding.bind(id.value(), binding, UnconfirmedLaunches.LIFETIME)
                        .toString());
        return StoragePage.get(storage, platform, state, id);
    }
}
