package no.kompetansebro.lms.enrolling;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * What came of requests, person by person. While one is under way its page asks again every other second, and gets only the
 * progress, until it is told to load anew.
 */
@Controller
class EnrolmentPage {

    static final String PATH = Enrolments.PAGE;

    private static final String REGION = "framdrift";

    private final EnrolmentLists lists;
    private final Enrolments enrolments;
    private final EnrolmentGuard guard;

    EnrolmentPage(EnrolmentLists lists, Enrolments enrolments, EnrolmentGuard guard) {
        this.lists = lists;
        this.enrolments = enrolments;
        this.guard = guard;
    }

    /** How far it is; {@code quarter}: 0 to 4, screen readers are told when it changes. */
    record Progress(String text, long done, long of, long quarter) {}

    @GetMapping(PATH)
    String list(Viewer viewer, Model model) {
        EnrolmentGuard.require(viewer);
        model.addAttribute("requests", lists.requests(viewer));
        return "lms/pameldinger";
    }

    @GetMapping(PATH + "/{id}")
    String show(
            Viewer viewer,
            Words words,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String utfall,
            @RequestParam(defaultValue = "0") int antall,
            @RequestHeader(name = "HX-Target", defaultValue = "") String target,
            HttpServletResponse response,
            Model model) {
        EnrolmentLists.Request request = found(viewer, id);
        model.addAttribute("asked", request);
        model.addAttribute("progress", progress(request.counts(), words));
        if (target.equals(REGION)) {
            if (request.counts().underWay() == 0) {
                response.setHeader("HX-Refresh", "true");
            }
            return "lms/pamelding :: progress";
        }
        model.addAttribute("rows", lists.rows(viewer, new EnrolmentRequestId(id), words));
        model.addAttribute("longest", EnrolmentLists.LONGEST);
        model.addAttribute("outcome", List.of("again", "withdrawn").contains(utfall) ? utfall : "");
        model.addAttribute("count", Math.max(0, antall));
        guard.looked(viewer, id.toString());
        return "lms/pamelding";
    }

    @PostMapping(PATH + "/{id}/igjen")
    String tryAgain(Viewer viewer, Principal who, @PathVariable UUID id, @RequestParam Optional<UUID> ansatt) {
        EnrolmentRequestId request = new EnrolmentRequestId(found(viewer, id).id());
        int again = enrolments.tryAgain(request, people(viewer, who, request, ansatt), who.getName());
        return "redirect:" + request.path() + "?utfall=again&antall=" + again;
    }

    @PostMapping(PATH + "/{id}/trekk")
    String withdraw(Viewer viewer, Principal who, @PathVariable UUID id, @RequestParam Optional<UUID> ansatt) {
        EnrolmentRequestId request = new EnrolmentRequestId(found(viewer, id).id());
        int withdrawn = enrolments.withdraw(request, people(viewer, who, request, ansatt), who.getName());
        return "redirect:" + request.path() + "?utfall=withdrawn&antall=" + withdrawn;
    }

    /** The one, or all whom the viewer sees; never none, which would mean everybody. */
    private List<EmployeeId> people(Viewer viewer, Principal who, EnrolmentRequestId request, Optional<UUID> one) {
        if (one.isEmpty()) {
            return lists.people(viewer, request);
        }
        List<EmployeeId> people = List.of(new EmployeeId(one.get()));
        guard.require(viewer, people, who.getName());
        return people;
    }

    private EnrolmentLists.Request found(Viewer viewer, UUID id) {
        EnrolmentGuard.require(viewer);
        return lists.find(viewer, new EnrolmentRequestId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Progress progress(EnrolmentCounts counts, Words words) {
        long done = counts.all() - counts.waiting();
        return new Progress(
                words.text("lms.enrolling.progress", words.number(done), words.number(counts.all())),
                done,
                counts.all(),
                counts.all() == 0 ? 0 : 4 * done / counts.all());
    }
}
