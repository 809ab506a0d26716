package no.kompetansebro.demo.lms;

import java.util.Locale;
import java.util.Map;
import no.kompetansebro.demo.Demo;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The LMS's half of a launch: says who it is (Security Framework 1.0 sections 5.1.1.2 and 5.1.1.3). */
@Controller
@Profile(Demo.PROFILE)
class AuthorizationEndpoint {

    private static final Map<String, String> FIXED = Map.of(
            "scope", "openid",
            "response_type", "id_token",
            "response_mode", "form_post",
            "prompt", "none",
            "client_id", LmsAddress.CLIENT_ID);

    private final LmsAddress address;
    private final LmsKey key;
    private final LaunchTickets tickets;
    private final LaunchToken token;

    AuthorizationEndpoint(LmsAddress address, LmsKey key, LaunchTickets tickets, LaunchToken token) {
        this.address = address;
        this.key = key;
        this.tickets = tickets;
        this.token = token;
    }

    @GetMapping("/demo/lms/jwks")
    @ResponseBody
    Map<String, Object> keys() {
        return key.publicKeys();
    }

    @GetMapping("/demo/lms/authorize")
    String authorize(@RequestParam Map<String, String> request, Locale locale, Model model) {
        FIXED.forEach((name, value) -> require(value.equals(request.get(name)), name));
        require(address.launch().equals(request.get("redirect_uri")), "redirect_uri");
        String nonce = given(request, "nonce");
        LaunchTickets.Ticket ticket = tickets.redeem(given(request, "lti_message_hint"), given(request, "login_hint"))
                .orElseThrow(() -> refused("lti_message_hint"));
        model.addAttribute("action", address.launch());
        model.addAttribute("state", given(request, "state"));
        model.addAttribute("token", token.of(ticket, nonce, locale));
        return "demo/launch";
    }

    private static String given(Map<String, String> request, String name) {
        String value = request.getOrDefault(name, "");
        require(!value.isEmpty(), name);
        return value;
    }

    private static void require(boolean condition, String name) {
        if (!condition) {
            throw refused(name);
        }
    }

    private static ResponseStatusException refused(String name) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, "the demo LMS refuses " + name);
    }
}
