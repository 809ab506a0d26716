package no.kompetansebro.lms;

import java.util.Optional;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** What a link names: a module, a path or a set of requirements, and how far one has come in it oneself. */
@Controller
class ContentPage {

    static final String PATH = "/innhold";

    private final ContentViews views;
    private final Lexicons lexicons;
    private final EmployerCalendar calendar;
    private final Progress progress;

    ContentPage(ContentViews views, Lexicons lexicons, EmployerCalendar calendar, Progress progress) {
        this.views = views;
        this.progress = progress;
        this.lexicons = lexicons;
        this.calendar = calendar;
    }

    /** The page of the designation, whatever it says. */
    static String pathOf(String designation) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("hva", "{hva}")
                .encode()
                .buildAndExpand(designation)
                .toUriString();
    }

    @GetMapping(PATH)
    ModelAndView show(Viewer viewer, Words words, @RequestParam(defaultValue = "") String hva) {
        EmployeeId me = viewer.employee().orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
        Lexicon lexicon = lexicons.current();
        Optional<Content> content = Content.of(hva).filter(found -> progress.exists(found, lexicon));
        if (content.isEmpty()) {
            return gone();
        }
        return new ModelAndView("lms/innhold")
                .addObject("view", views.of(content.get(), viewer, me, calendar.today(), lexicon, words));
    }

    private static ModelAndView gone() {
        ModelAndView page = new ModelAndView("lms/innhold-borte");
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
