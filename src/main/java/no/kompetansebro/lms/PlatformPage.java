package no.kompetansebro.lms;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.lti.ConfigurationReader;
import no.kompetansebro.lti.ToolAddress;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.outbound.Outbound;
import no.kompetansebro.outbound.Reach;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where an administrator connects a platform by hand, changes, tries or switches off one. */
@Controller
class PlatformPage {

    private static final String NEW = PlatformsPage.PATH + "/ny";
    private static final String ONE = PlatformsPage.PATH + "/{id}";

    private final PlatformBook book;
    private final PlatformTrial trial;
    private final ConfigurationReader reader;
    private final Outbound outbound;
    private final ToolAddress tool;

    PlatformPage(
            PlatformBook book, PlatformTrial trial, ConfigurationReader reader, Outbound outbound, ToolAddress tool) {
        this.book = book;
        this.trial = trial;
        this.reader = reader;
        this.outbound = outbound;
        this.tool = tool;
    }

    /**
     * What the page shows.
     *
     * @param entry empty: a new one
     * @param errors message keys by field
     * @param outcome a message key; blank: nothing has happened yet
     */
    record View(
            Optional<PlatformBook.Entry> entry,
            PlatformForm form,
            Map<String, String> errors,
            List<PlatformTrial.Finding> findings,
            List<PastedValue> values,
            String outcome) {}

    @GetMapping(NEW)
    String begin(Viewer viewer, Model model) {
        Administrators.require(viewer);
        return page(model, Optional.empty(), PlatformForm.EMPTY, "");
    }

    /** Fills the form with what the platform says about itself. */
    @PostMapping(NEW + "/les")
    String read(
            Viewer viewer,
            @RequestParam String adresse,
            @RequestParam MultiValueMap<String, String> fields,
            Model model) {
        Administrators.require(viewer);
        PlatformForm form = PlatformForm.of(fields);
        Reach reach = form.privateAddresses() ? Reach.PRIVATE_TOO : Reach.PUBLIC;
        return switch (reader.read(adresse.strip(), reach)) {
            case ConfigurationReader.Result.Read(var configuration) ->
                page(model, Optional.empty(), form.with(configuration), "lms.platform.read.good");
            case ConfigurationReader.Result.NotReached(var cause) ->
                page(model, Optional.empty(), form, PlatformFormCheck.causeKey(cause));
            case ConfigurationReader.Result.NoConfiguration() ->
                page(model, Optional.empty(), form, "lms.platform.read.none");
            case ConfigurationReader.Result.OfAnotherIssuer() ->
                page(model, Optional.empty(), form, "lms.platform.read.other");
        };
    }

    @PostMapping(NEW)
    String add(Viewer viewer, Principal who, @RequestParam MultiValueMap<String, String> fields, Model model) {
        Administrators.require(viewer);
        return saved(Optional.empty(), PlatformForm.of(fields), who, model);
    }

    @GetMapping(ONE)
    String show(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String utfall, Model model) {
        Administrators.require(viewer);
        PlatformBook.Entry entry = entry(id);
        String outcome = List.of("saved", "on", "off").contains(utfall) ? "lms.platform.outcome." + utfall : "";
        return page(model, Optional.of(entry), PlatformForm.of(entry), outcome);
    }

    @PostMapping(ONE)
    String change(
            Viewer viewer,
            Principal who,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model) {
        Administrators.require(viewer);
        PlatformBook.Entry entry = entry(id);
        return saved(Optional.of(entry), PlatformForm.of(fields).of(entry.registration()), who, model);
    }

    @PostMapping(ONE + "/prov")
    String tryOut(Viewer viewer, @PathVariable UUID id, Model model) {
        Administrators.require(viewer);
        PlatformBook.Entry entry = entry(id);
        model.addAttribute("view", view(Optional.of(entry), PlatformForm.of(entry), Map.of(), trial.run(entry), ""));
        return "lms/plattform";
    }

    @PostMapping(ONE + "/bryter")
    String switchTo(Viewer viewer, Principal who, @PathVariable UUID id, @RequestParam boolean on) {
        Administrators.require(viewer);
        book.switchTo(entry(id), on, who.getName());
        return "redirect:" + PlatformsPage.PATH + "/" + id + "?utfall=" + (on ? "on" : "off");
    }

    private String saved(Optional<PlatformBook.Entry> entry, PlatformForm form, Principal who, Model model) {
        PlatformFormCheck check = new PlatformFormCheck(form, outbound);
        Optional<Registration> registration = check.registration();
        if (registration.isEmpty()) {
            model.addAttribute("view", view(entry, form, check.errors(), List.of(), "lms.platform.outcome.errors"));
            return "lms/plattform";
        }
        return book.put(registration.get(), attributes(form), form.trustAdministrators(), who.getName())
                .map(id -> "redirect:" + PlatformsPage.PATH + "/" + id + "?utfall=saved")
                .orElseGet(() -> page(model, entry, form, "lms.platform.outcome.taken"));
    }

    private static List<AccountAttribute> attributes(PlatformForm form) {
        return List.of(AccountAttribute.values()).stream()
                .filter(attribute -> form.accountLink().contains(attribute.code()))
                .toList();
    }

    private PlatformBook.Entry entry(UUID id) {
        return book.find(new RegistrationId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(Model model, Optional<PlatformBook.Entry> entry, PlatformForm form, String outcome) {
        model.addAttribute("view", view(entry, form, Map.of(), List.of(), outcome));
        return "lms/plattform";
    }

    private View view(
            Optional<PlatformBook.Entry> entry,
            PlatformForm form,
            Map<String, String> errors,
            List<PlatformTrial.Finding> findings,
            String outcome) {
        return new View(entry, form, errors, findings, PastedValue.of(tool), outcome);
    }
}
