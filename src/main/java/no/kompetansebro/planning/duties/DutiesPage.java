package no.kompetansebro.planning.duties;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.DateControl;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.PlanningPage;
import no.kompetansebro.shared.NavigationEntry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which units have done their duties, and which have not, by name. About units, not about people. */
@Controller
class DutiesPage implements PlanningPage {

    static final String PATH = "/planlegging/enhetsplikter";

    private static final int SHORTEST_REASON = 3;

    private final DutiesReading reading;
    private final UnitEvents events;

    DutiesPage(DutiesReading reading, UnitEvents events) {
        this.reading = reading;
        this.events = events;
    }

    @Override
    public NavigationEntry entry() {
        return PlanningPage.page(Place.UNIT_DUTIES, "planning.duties.title", PATH);
    }

    @Override
    public List<NavigationEntry> entries(Viewer viewer) {
        return DutyRights.mayLook(viewer) ? List.of(entry()) : List.of();
    }

    @GetMapping(PATH)
    String show(Viewer viewer, AsOf asOf, Words words, @RequestParam(defaultValue = "") String utfall, Model model) {
        DutyRights.requireLook(viewer);
        model.addAttribute("dates", DateControl.of(asOf, words, PATH, Map.of()));
        model.addAttribute("view", reading.of(viewer, asOf, words));
        model.addAttribute(
                "outcome", utfall.matches("registrert|trukket|grunn") ? "planning.duties.outcome." + utfall : "");
        return "planning/enhetsplikter";
    }

    /** Takes back what was registered by mistake; the reason is kept. */
    @PostMapping(PATH + "/{id}/trekk")
    String withdraw(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String grunn) {
        UnitEvent event = events.find(id).orElseThrow(() -> DutyRights.notFound(id));
        EmployeeId by = DutyRights.requireRegister(viewer, event.held().unit());
        if (grunn.strip().length() < SHORTEST_REASON) {
            return "redirect:" + PATH + "?utfall=grunn";
        }
        String reason = grunn.strip().substring(0, Math.min(1000, grunn.strip().length()));
        events.withdraw(id, reason, by);
        return "redirect:" + PATH + "?utfall=trukket";
    }
}
