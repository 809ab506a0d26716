package no.kompetansebro.lms;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import no.kompetansebro.lti.ToolAddress;
import no.kompetansebro.lti.key.KeyRotation;
import no.kompetansebro.lti.key.KeyTimes;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an administrator sees the learning platforms, and invites one to register itself. */
@Controller
class PlatformsPage {

    static final String PATH = "/administrasjon/plattformer";

    private final PlatformBook book;
    private final PlatformInvitations invitations;
    private final ToolAddress tool;
    private final KeyRotation keys;
    private final Clock clock;

    PlatformsPage(PlatformBook book, PlatformInvitations invitations, ToolAddress tool, KeyRotation keys, Clock clock) {
        this.book = book;
        this.invitations = invitations;
        this.tool = tool;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param invitation the address to give to the LMS; blank but just after it was made
     */
    record View(
            List<PlatformBook.Entry> platforms, String invitation, List<KeyTimes> keys, Instant now, String outcome) {}

    @GetMapping(PATH)
    String show(Viewer viewer, @RequestParam(defaultValue = "") String utfall, Model model) {
        Administrators.require(viewer);
        return page(model, "", utfall.equals("nokkel") ? "nokkel" : "");
    }

    /** Shown once, so not by a redirect: the address is a secret. */
    @PostMapping(PATH + "/invitasjon")
    String invite(Viewer viewer, Principal who, @RequestParam(defaultValue = "false") boolean privat, Model model) {
        Administrators.require(viewer);
        return page(model, tool.registrationUri(invitations.make(privat, who.getName())), "");
    }

    @PostMapping(PATH + "/nokkel")
    String rotate(Viewer viewer) {
        Administrators.require(viewer);
        keys.rotate();
        return "redirect:" + PATH + "?utfall=nokkel";
    }

    private String page(Model model, String invitation, String outcome) {
        model.addAttribute("view", new View(book.all(), invitation, keys.current(), clock.instant(), outcome));
        return "lms/plattformer";
    }
}
