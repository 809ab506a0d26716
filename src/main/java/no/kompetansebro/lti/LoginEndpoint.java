package no.kompetansebro.lti;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Begins a launch: by GET or by form POST (Security Framework 1.0 section 5.1.1.1). Leads to the platform at once, or by
 * way of a page that first puts a secret into the platform's storage, where it offers one.
 */
@Controller
class LoginEndpoint {

    private final Platforms platforms;
    private final LaunchAttempts attempts;
    private final ToolAddress tool;
    private final Arrivals arrivals;

    LoginEndpoint(Platforms platforms, LaunchAttempts attempts, ToolAddress tool, Arrivals arrivals) {
        this.platforms = platforms;
        this.attempts = attempts;
        this.tool = tool;
        this.arrivals = arrivals;
    }

    @GetMapping("/lti/login")
    Object byAddress(HttpServletRequest request, HttpServletResponse response) {
        return login(request, response);
    }

    @PostMapping(path = "/lti/login", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Object byForm(HttpServletRequest request, HttpServletResponse response) {
        return login(request, response);
    }

    private Object login(HttpServletRequest request, HttpServletResponse response) {
        arrivals.admit(request);
        LoginInitiation login = LoginInitiation.of(new Parameters(request));
        Platform platform = platforms.of(login);
        RequestPlatform.set(request, platform);
        tool.pathOf(login.targetLinkUri());
        LaunchSecrets secrets = LaunchSecrets.random();
        attempts.begin(secrets.state(), attempt(login, platform, secrets));
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                BrowserBinding.bind(secrets.state().value(), secrets.binding(), LaunchAttempts.LIFETIME)
                        .toString());
        URI next = new AuthenticationRequest(platform, login, tool.launchUri(), secrets.state(), secrets.nonce())
                .address();
        return login.storageTarget()
                .<Object>map(target -> StoragePage.put(target, platform, secrets, next))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.FOUND).location(next).build());
    }

    private static LaunchAttempt attempt(LoginInitiation login, Platform platform, LaunchSecrets secrets) {
        return new LaunchAttempt(
                secrets.nonce().hash(),
                secrets.binding().hash(),
                platform.id(),
                login.targetLinkUri(),
                login.deploymentId(),
                login.storageTarget()
                        .map(target ->
                                new PlatformStorage(target, secrets.storage().hash())),
                FreshStart.of(login, platform));
    }
}
