package no.kompetansebro.lti;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Begins a launch: by GET or by form POST (Security Framework 1.0 section 5.1.1.1). */
@RestController
class LoginEndpoint {

    private final Platforms platforms;
    private final LaunchAttempts attempts;
    private final ToolAddress tool;

    LoginEndpoint(Platforms platforms, LaunchAttempts attempts, ToolAddress tool) {
        this.platforms = platforms;
        this.attempts = attempts;
        this.tool = tool;
    }

    @GetMapping("/lti/login")
    ResponseEntity<Void> byAddress(HttpServletRequest request) {
        return login(request);
    }

    @PostMapping(path = "/lti/login", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> byForm(HttpServletRequest request) {
        return login(request);
    }

    private ResponseEntity<Void> login(HttpServletRequest request) {
        LoginInitiation login = LoginInitiation.of(new Parameters(request));
        Platform platform = platforms.of(login);
        RequestPlatform.set(request, platform);
        tool.pathOf(login.targetLinkUri());
        Secret state = Secret.random();
        Secret nonce = Secret.random();
        Secret binding = Secret.random();
        attempts.begin(
                state,
                new LaunchAttempt(
                        nonce.hash(), binding.hash(), platform.id(), login.targetLinkUri(), login.deploymentId()));
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(
                        HttpHeaders.SET_COOKIE,
                        BrowserBinding.bind(state, binding).toString())
                .location(new AuthenticationRequest(platform, login, tool.launchUri(), state, nonce).address())
                .build();
    }
}
