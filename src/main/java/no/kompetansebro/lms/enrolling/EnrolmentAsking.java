package no.kompetansebro.lms.enrolling;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Where leaders and HR have people enrolled: first they see what would come of it, then they ask for it. Whom and for what
 * comes from the choice here, or from any other page of ours that posts items and employees.
 */
@Controller
class EnrolmentAsking {

    static final String CHOICE = EnrolmentPage.PATH + "/velg";

    private static final int LONGEST_REASON = 500;

    private final Enrolments enrolments;
    private final EnrolmentChoices choices;
    private final EnrolmentPreviews previews;
    private final EnrolmentGuard guard;

    EnrolmentAsking(Enrolments enrolments, EnrolmentChoices choices, EnrolmentPreviews previews, EnrolmentGuard guard) {
        this.enrolments = enrolments;
        this.choices = choices;
        this.previews = previews;
        this.guard = guard;
    }

    @GetMapping(CHOICE)
    String choose(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam RequirementCode krav,
            @RequestParam(defaultValue = "") String enhet,
            Model model) {
        EnrolmentGuard.require(viewer);
        Optional<UnitCode> unit =
                Optional.of(enhet).filter(code -> !code.isEmpty()).map(UnitCode::new);
        model.addAttribute(
                "view",
                choices.of(viewer, asOf, krav, unit, words)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        guard.looked(viewer, krav.value());
        return "lms/pamelding-velg";
    }

    @PostMapping(EnrolmentPage.PATH)
    String preview(
            Viewer viewer,
            Principal who,
            Words words,
            @RequestParam(defaultValue = "") List<String> element,
            @RequestParam(defaultValue = "") List<UUID> ansatt,
            @RequestParam(defaultValue = "") String grunn,
            Model model) {
        Asked asked = asked(viewer, who, element, ansatt);
        model.addAttribute("id", enrolments.newId().value());
        model.addAttribute("reason", shortened(grunn));
        model.addAttribute("items", asked.items());
        model.addAttribute("people", asked.people());
        model.addAttribute("view", previews.of(asked.items(), asked.people(), words));
        guard.looked(viewer, "forhandsvisning");
        return "lms/pamelding-forhandsvisning";
    }

    @PostMapping(EnrolmentPage.PATH + "/bekreft")
    String request(
            Viewer viewer,
            Principal who,
            @RequestParam UUID id,
            @RequestParam(defaultValue = "") List<String> element,
            @RequestParam(defaultValue = "") List<UUID> ansatt,
            @RequestParam(defaultValue = "") String grunn) {
        Asked asked = asked(viewer, who, element, ansatt);
        EnrolmentRequestId request = new EnrolmentRequestId(id);
        if (enrolments.counts(request).isEmpty()) {
            enrolments.request(request, asked.items(), asked.people(), who.getName(), shortened(grunn));
        }
        return "redirect:" + (enrolments.counts(request).isPresent() ? request.path() : EnrolmentPage.PATH);
    }

    private record Asked(List<ItemCode> items, List<EmployeeId> people) {}

    private Asked asked(Viewer viewer, Principal who, List<String> element, List<UUID> ansatt) {
        List<ItemCode> items = element.stream()
                .filter(code -> !code.isBlank())
                .distinct()
                .map(ItemCode::new)
                .toList();
        List<EmployeeId> people =
                ansatt.stream().distinct().map(EmployeeId::new).toList();
        guard.require(viewer, people, who.getName());
        if (items.size() > Enrolments.MOST_ITEMS || people.size() > Enrolments.MOST_PEOPLE) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return new Asked(items, people);
    }

    private static String shortened(String reason) {
        String stripped = reason.strip();
        return stripped.substring(0, Math.min(LONGEST_REASON, stripped.length()));
    }
}
