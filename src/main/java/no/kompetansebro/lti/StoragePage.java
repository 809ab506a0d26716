package no.kompetansebro.lti;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages that speak with the platform's storage: one puts a secret in before the login goes on, one reads it back
 * when the launch came without its cookie. They speak only to the origin of the registered authorization endpoint
 * (lti-cs-oidc section 2.2), never to whoever listens.
 */
final class StoragePage {

    private StoragePage() {}

    /** Puts the attempt's secret into the storage; then goes on to the platform, whatever came of it. */
    static ModelAndView put(String target, Platform platform, LaunchSecrets secrets, URI next) {
        Map<String, Object> model =
                model("put", target, platform, secrets.state().value());
        model.put("value", secrets.storage().value());
        model.put("next", next.toString());
        return new ModelAndView("lti/storage", model);
    }

    /** Reads the secret of the attempt with the state, and confirms the launch with it. */
    static ModelAndView get(PlatformStorage storage, Platform platform, String state, Secret launch) {
        Map<String, Object> model = model("get", storage.target(), platform, state);
        model.put("launch", launch.value());
        return new ModelAndView("lti/storage", model);
    }

    private static Map<String, Object> model(String step, String target, Platform platform, String state) {
        Map<String, Object> model = new HashMap<>();
        model.put("step", step);
        model.put("target", target);
        model.put("origin", platform.loginOrigin());
        model.put("key", BrowserBinding.name(state));
        return model;
    }
}
