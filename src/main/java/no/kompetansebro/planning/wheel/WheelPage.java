package no.kompetansebro.planning.wheel;

import java.util.Map;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.DateControl;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The annual wheel: what is due in which month, who has delivered, who is late. About units, not about people. */
@Controller
class WheelPage {

    static final String PATH = "/planlegging/arshjul";

    private final WheelReading reading;

    WheelPage(WheelReading reading) {
        this.reading = reading;
    }

    @GetMapping(PATH)
    String show(Viewer viewer, AsOf asOf, Words words, @RequestParam(defaultValue = "") String utfall, Model model) {
        WheelRights.requireLook(viewer);
        model.addAttribute("dates", DateControl.of(asOf, words, PATH, Map.of()));
        model.addAttribute("view", reading.of(viewer, asOf, words));
        model.addAttribute(
                "outcome",
                utfall.matches("lagret|levert|alleredeLevert|trukket|grunn") ? "planning.wheel.outcome." + utfall : "");
        return "planning/arshjul";
    }
}
