package no.kompetansebro.shell;

import java.util.List;
import java.util.Optional;
import no.kompetansebro.shared.NavigationEntry;
import no.kompetansebro.shared.StartLink;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.ServletWebRequest;

/** Leads who is signed in to the first page of the menu, and tells everybody else how to get in. */
@Controller
class StartPage {

    private final List<StartLink> links;
    private final ViewerArgument viewers;
    private final Layout layout;

    StartPage(List<StartLink> links, ViewerArgument viewers, Layout layout) {
        this.links = List.copyOf(links);
        this.viewers = viewers;
        this.layout = layout;
    }

    @GetMapping("/")
    String start(ServletWebRequest request, Model model) {
        Optional<NavigationEntry> first =
                viewers.viewer(request).flatMap(viewer -> layout.menu(viewer).first());
        if (first.isPresent()) {
            return "redirect:" + first.get().path();
        }
        model.addAttribute("links", links);
        return "shell/start";
    }
}
