package no.kompetansebro.lti;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address that begins a launch anew in a window of its own, where a browser keeps no cookies in a frame. Nothing of
 * the launch that failed is carried over: the LMS says once more who it is.
 */
final class FreshStart {

    private static final String ATTRIBUTE = FreshStart.class.getName();
    private static final int LONGEST = 2000;

    /** Moodle forgets a hint once it is used, but launches an activity in the whole window by its number. */
    private static final Pattern MOODLE = Pattern.compile("(https?://[^?#]*/mod/lti/)auth\\.php");

    private static final Pattern ACTIVITY = Pattern.compile("\\{\"cmid\":\"?(\\d{1,12})\"?[,}].*");

    private FreshStart() {}

    /** The LMS's own address where we know it, else our login with what the platform sent; empty where that is long. */
    static Optional<URI> of(LoginInitiation login, Platform platform) {
        return inMoodle(login, platform)
                .or(() -> Optional.of(again(login)))
                .filter(address -> address.length() <= LONGEST)
                .map(URI::create);
    }

    /** Lets a refusal of this request offer the address. */
    static void offer(HttpServletRequest request, LaunchAttempt attempt) {
        attempt.freshStart().ifPresent(address -> request.setAttribute(ATTRIBUTE, address));
    }

    static Optional<URI> offered(HttpServletRequest request) {
        return Optional.ofNullable((URI) request.getAttribute(ATTRIBUTE));
    }

    private static Optional<String> inMoodle(LoginInitiation login, Platform platform) {
        Matcher moodle =
                MOODLE.matcher(platform.registration().authorizationEndpoint().toString());
        Matcher activity = ACTIVITY.matcher(login.messageHint().orElse(""));
        return moodle.matches() && activity.matches()
                ? Optional.of(moodle.group(1) + "launch.php?id=" + activity.group(1))
                : Optional.empty();
    }

    private static String again(LoginInitiation login) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("iss", login.issuer());
        login.clientId().ifPresent(id -> parameters.put("client_id", id));
        parameters.put("target_link_uri", login.targetLinkUri());
        parameters.put("login_hint", login.loginHint());
        login.messageHint().ifPresent(hint -> parameters.put("lti_message_hint", hint));
        login.deploymentId().ifPresent(id -> parameters.put("lti_deployment_id", id));
        return "/lti/login?" + Query.of(parameters);
    }
}
