package no.kompetansebro.training.gatherings;

import java.time.Clock;
import java.time.Instant;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Where an employee gets their deadlines and gatherings into a calendar: as a file, or by an address of their own. */
@Controller
class CalendarPage {

    static final String PATH = "/opplaering/kalender";

    private final CalendarAddresses addresses;
    private final CalendarContents contents;
    private final Vocabulary vocabulary;
    private final Clock clock;
    private final String origin;

    CalendarPage(
            CalendarAddresses addresses,
            CalendarContents contents,
            Vocabulary vocabulary,
            Clock clock,
            @Value("${kompetansebro.base-url}") String origin) {
        this.addresses = addresses;
        this.contents = contents;
        this.vocabulary = vocabulary;
        this.clock = clock;
        this.origin = origin.endsWith("/") ? origin.substring(0, origin.length() - 1) : origin;
    }

    /**
     * What the page shows.
     *
     * @param madeAt when the present address was made; empty for none
     * @param address a new one, this one time; empty else
     */
    record View(String madeAt, String address) {}

    @GetMapping(PATH)
    String show(Viewer viewer, Words words, Model model) {
        return page(me(viewer), "", words, model);
    }

    @PostMapping(PATH)
    String make(Viewer viewer, Words words, Model model) {
        EmployeeId me = me(viewer);
        String token = addresses.make(me, LocaleContextHolder.getLocale().getLanguage(), clock.instant());
        return page(me, origin + CalendarFeed.path(token), words, model);
    }

    @PostMapping(PATH + "/slett")
    String revoke(Viewer viewer) {
        addresses.revoke(me(viewer));
        return "redirect:" + PATH;
    }

    @GetMapping(PATH + "/kompetansebro.ics")
    ResponseEntity<byte[]> download(Viewer viewer, Words words) {
        Instant now = clock.instant();
        return CalendarFeed.answer(contents.file(me(viewer), now, words), "attachment");
    }

    private String page(EmployeeId me, String address, Words words, Model model) {
        String madeAt = addresses.madeAt(me).map(vocabulary.in(words)::moment).orElse("");
        model.addAttribute("view", new View(madeAt, address));
        return "training/kalender";
    }

    private static EmployeeId me(Viewer viewer) {
        return viewer.employee().orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
