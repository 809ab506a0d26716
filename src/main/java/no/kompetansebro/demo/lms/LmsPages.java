package no.kompetansebro.demo.lms;

import java.net.URI;
import java.util.Locale;
import no.kompetansebro.demo.Demo;
import no.kompetansebro.demo.municipality.KnownCourse;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** What a user of the LMS sees. There is no login: the demo is open to whoever runs it. */
@Controller
@Profile(Demo.PROFILE)
class LmsPages {

    private final LmsAddress address;
    private final Accounts accounts;
    private final Gradebook gradebook;
    private final LaunchTickets tickets;
    private final ScoreReport scores;

    LmsPages(LmsAddress address, Accounts accounts, Gradebook gradebook, LaunchTickets tickets, ScoreReport scores) {
        this.address = address;
        this.accounts = accounts;
        this.gradebook = gradebook;
        this.tickets = tickets;
        this.scores = scores;
    }

    /** Where a newcomer chooses who to be. */
    @GetMapping("/demo")
    String start(Model model) {
        model.addAttribute("lms", address.issuer());
        model.addAttribute("accounts", accounts.all().stream().map(Choice::of).toList());
        return "demo/start";
    }

    /** The account's front page, with the tool in a frame. */
    @GetMapping("/demo/lms/{account}")
    String frontPage(
            @PathVariable String account,
            @RequestParam(defaultValue = "") String side,
            @RequestParam(defaultValue = "") String meldt,
            Locale locale,
            Model model) {
        Account user = account(account);
        ToolPage page = ToolPage.of(side).orElse(user.pages().getLast());
        model.addAttribute("page", LmsView.of(user, page, gradebook, locale.getLanguage()));
        model.addAttribute("reported", meldt);
        model.addAttribute("start", address.tool() + "/demo");
        return "demo/lms";
    }

    /** Begins a launch: third-party initiated login (Security Framework 1.0 section 5.1.1.1). */
    @GetMapping("/demo/lms/{account}/launch/{page}")
    ResponseEntity<Void> launch(@PathVariable String account, @PathVariable String page) {
        Account user = account(account);
        ToolPage target = ToolPage.of(page).orElseThrow(LmsPages::notFound);
        URI login = UriComponentsBuilder.fromUriString(address.tool())
                .path("/lti/login")
                .queryParam("iss", "{iss}")
                .queryParam("login_hint", "{account}")
                .queryParam("target_link_uri", "{target}")
                .queryParam("lti_message_hint", "{ticket}")
                .queryParam("lti_deployment_id", LmsAddress.DEPLOYMENT)
                .queryParam("client_id", LmsAddress.CLIENT_ID)
                .encode()
                .buildAndExpand(
                        address.issuer(), user.id(), address.tool() + target.path(), tickets.issue(user, target))
                .toUri();
        return ResponseEntity.status(HttpStatus.FOUND).location(login).build();
    }

    /** Completes a course, and tells the tool. */
    @PostMapping("/demo/lms/{account}/courses/{course}")
    ResponseEntity<Void> complete(
            @PathVariable String account, @PathVariable String course, @RequestParam(defaultValue = "") String side) {
        Account user = account(account);
        KnownCourse completed = user.courses().stream()
                .filter(each -> each.idNumber().equals(course))
                .findFirst()
                .orElseThrow(LmsPages::notFound);
        gradebook.complete(user, completed);
        String reported = scores.send(user, completed) ? "ja" : "nei";
        URI back = UriComponentsBuilder.fromUriString(address.issuer())
                .pathSegment(user.id())
                .queryParam("side", ToolPage.of(side).orElse(ToolPage.ME).code())
                .queryParam("meldt", reported)
                .build()
                .toUri();
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(back).build();
    }

    private Account account(String id) {
        return accounts.find(id).orElseThrow(LmsPages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
