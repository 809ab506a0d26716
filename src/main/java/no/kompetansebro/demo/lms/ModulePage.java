package no.kompetansebro.demo.lms;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
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

/** A course as the account takes it: where the tool's button leads. It is completed by a click, and the tool is told. */
@Controller
@Profile(Demo.PROFILE)
class ModulePage {

    private static final String PATH = "/demo/lms/{account}/kurs/{course}";

    private final LmsAddress address;
    private final Accounts accounts;
    private final Gradebook gradebook;
    private final ScoreReport scores;

    ModulePage(LmsAddress address, Accounts accounts, Gradebook gradebook, ScoreReport scores) {
        this.address = address;
        this.accounts = accounts;
        this.gradebook = gradebook;
        this.scores = scores;
    }

    /** What the page shows. */
    record View(String account, String person, String course, String name, boolean completed, String start) {}

    @GetMapping(PATH)
    String show(
            @PathVariable String account,
            @PathVariable String course,
            @RequestParam(defaultValue = "") String meldt,
            Locale locale,
            Model model) {
        Account user = found(accounts.find(account));
        KnownCourse taken = found(accounts.course(course));
        String name = taken.name().in(locale.getLanguage());
        boolean completed = gradebook.isCompleted(user, taken);
        model.addAttribute("page", new View(user.id(), user.name(), course, name, completed, address.tool() + "/demo"));
        model.addAttribute("reported", meldt);
        return "demo/modul";
    }

    @PostMapping(PATH)
    ResponseEntity<Void> complete(@PathVariable String account, @PathVariable String course) {
        Account user = found(accounts.find(account));
        KnownCourse taken = found(accounts.course(course));
        gradebook.complete(user, taken);
        String reported = scores.send(user, taken) ? "ja" : "nei";
        URI back = URI.create(address.course(user.id(), taken.idNumber()) + "?meldt=" + reported);
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(back).build();
    }

    private static <T> T found(Optional<T> one) {
        return one.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
