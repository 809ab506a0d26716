package no.kompetansebro.planning.wheel;

import java.util.List;
import java.util.Map;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.DateControl;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.PlanningPage;
import no.kompetansebro.shared.NavigationEntry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The annual wheel: what is due in which month, who has delivered, who is late. About units, not about people. */
@Controller
class WheelPage implements PlanningPage {

    static final String PATH = "/planlegging/arshjul";

    private final WheelReading reading;

    WheelPage(WheelReading reading) {
        this.reading = reading;
    }

    @Override
    public NavigationEntry entry() {
        return PlanningPage.page(Place.ANNUAL_WHEEL, "planning.wheel.title", PATH);
    }

    @Override
    public List<NavigationEntry> entries(Viewer viewer) {
        return WheelRights.mayLook(viewer) ? List.of(entry()) : List.of();
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
