package no.kompetansebro.planning.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import no.kompetansebro.coverage.LargeRecalculation;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.server.ResponseStatusException;

/**
 * How far a large recalculation has come, at the address of the page that was asked for ({@link WaitForFigures}). The page
 * asks that address again every other second, and gets only the progress, until it is told to load anew.
 */
@Controller
class Recalculating {

    static final String PATH = "/planlegging/beregnes";
    static final String ATTRIBUTE = "no.kompetansebro.recalculation";

    private static final String REGION = "recalculation";

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            Words words,
            @RequestAttribute(name = ATTRIBUTE, required = false) @Nullable LargeRecalculation large,
            HttpServletRequest request,
            Model model) {
        if (!viewer.plans() && !viewer.leads()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (large == null) {
            return "redirect:" + Overview.PATH;
        }
        model.addAttribute("asked", asked(request));
        model.addAttribute("view", RecalculatingView.of(large, words));
        return isWaiting(request) ? "planning/beregnes :: progress" : "planning/beregnes";
    }

    /** Whether the page is asked by its own region, which waits. */
    static boolean isWaiting(HttpServletRequest request) {
        return REGION.equals(request.getHeader("HX-Target"));
    }

    private static String asked(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) + (query == null ? "" : "?" + query);
    }
}
