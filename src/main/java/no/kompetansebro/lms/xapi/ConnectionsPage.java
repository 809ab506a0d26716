package no.kompetansebro.lms.xapi;

import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.access.Navigation;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.NavigationArea;
import no.kompetansebro.shared.NavigationEntry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where an administrator lets learning tools report by xAPI, and ends it. A secret is shown once. */
@Controller
class ConnectionsPage implements Navigation {

    static final String PATH = "/administrasjon/xapi";

    private static final int LONGEST = 200;

    private final Connections connections;

    ConnectionsPage(Connections connections) {
        this.connections = connections;
    }

    @Override
    public List<NavigationEntry> entries(Viewer viewer) {
        return viewer.administrator()
                ? List.of(new NavigationEntry(NavigationArea.ADMINISTRATION, "lms.xapi.title", PATH, 850))
                : List.of();
    }

    @GetMapping(PATH)
    String show(Viewer viewer, @RequestParam(defaultValue = "") String utfall, Model model) {
        require(viewer);
        return page(model, List.of("ended", "refused").contains(utfall) ? utfall : "", Optional.empty());
    }

    @PostMapping(PATH)
    String add(
            Viewer viewer,
            Principal who,
            @RequestParam String navn,
            @RequestParam String adresse,
            @RequestParam(defaultValue = "false") boolean epost,
            Model model) {
        require(viewer);
        if (navn.isBlank() || navn.length() > LONGEST || !isAddress(adresse.strip())) {
            return "redirect:" + PATH + "?utfall=refused";
        }
        return page(
                model,
                "",
                Optional.of(connections.add(
                        navn.strip(), ActorReader.withoutSlash(adresse.strip()), epost, who.getName())));
    }

    @PostMapping(PATH + "/{id}/avslutt")
    String end(Viewer viewer, Principal who, @PathVariable UUID id) {
        require(viewer);
        return "redirect:" + PATH + (connections.revoke(id, who.getName()) ? "?utfall=ended" : "");
    }

    private String page(Model model, String outcome, Optional<Connections.Credentials> made) {
        model.addAttribute("connections", connections.all());
        model.addAttribute("outcome", outcome);
        model.addAttribute("made", made);
        model.addAttribute(
                "endpoint",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/xapi")
                        .toUriString());
        return "lms/xapi";
    }

    private static boolean isAddress(String text) {
        try {
            URI address = URI.create(text);
            return text.length() <= LONGEST
                    && List.of("http", "https").contains(address.getScheme())
                    && address.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void require(Viewer viewer) {
        if (!viewer.administrator()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
