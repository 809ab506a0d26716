package no.kompetansebro.lti;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import no.kompetansebro.lti.spi.Launch;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Ends a launch that came without its cookie: our own page, once, shows what the platform's storage kept for the browser
 * that began it, and that the browser keeps a cookie from here on.
 */
@Controller
class ConfirmationEndpoint {

    private final UnconfirmedLaunches unconfirmed;
    private final Platforms platforms;
    private final LaunchVerification verification;
    private final LaunchReception reception;
    private final ToolAddress tool;
    private final Arrivals arrivals;

    ConfirmationEndpoint(
            UnconfirmedLaunches unconfirmed,
            Platforms platforms,
            LaunchVerification verification,
            LaunchReception reception,
            ToolAddress tool,
            Arrivals arrivals) {
        this.unconfirmed = unconfirmed;
        this.platforms = platforms;
        this.verification = verification;
        this.reception = reception;
        this.tool = tool;
        this.arrivals = arrivals;
    }

    @PostMapping(path = "/lti/confirm", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView confirm(HttpServletRequest request, HttpServletResponse response) {
        arrivals.admit(request);
        Parameters parameters = new Parameters(request);
        Secret id = new Secret(parameters.required("launch"));
        String value = parameters.any("value").orElse("");
        require(isFromOurPage(request), Refusal.NOT_FROM_OUR_PAGE);
        UnconfirmedLaunch launch =
                unconfirmed.consume(id).orElseThrow(() -> new LaunchRefused(Refusal.CONFIRMATION_UNKNOWN));
        response.addHeader(
                HttpHeaders.SET_COOKIE, BrowserBinding.release(id.value()).toString());
        Platform platform = platform(launch, request);
        require(launch.storage().matches(value), Refusal.BROWSER_MISMATCH);
        require(BrowserBinding.holds(request, id.value(), launch.attempt().binding()), Refusal.COOKIES_BLOCKED);
        return reception.receive(read(launch, platform), platform, request, response);
    }

    private Launch read(UnconfirmedLaunch launch, Platform platform) {
        Claims claims = new Claims(StrictJson.object(launch.claims().getBytes(StandardCharsets.UTF_8)));
        return verification.read(claims, platform, launch.attempt());
    }

    private Platform platform(UnconfirmedLaunch launch, HttpServletRequest request) {
        Platform platform = platforms
                .find(launch.attempt().registration())
                .orElseThrow(() -> new LaunchRefused(Refusal.REGISTRATION_UNKNOWN));
        RequestPlatform.set(request, platform);
        FreshStart.offer(request, launch.attempt());
        return platform;
    }

    /** Every browser of today says where a form comes from; an older one tells at least the origin. */
    private boolean isFromOurPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null ? tool.isOrigin(request.getHeader(HttpHeaders.ORIGIN)) : site.equals("same-origin");
    }

    private static void require(boolean condition, Refusal refusal) {
        if (!condition) {
            throw new LaunchRefused(refusal);
        }
    }
}
