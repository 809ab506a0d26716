package no.kompetansebro.planning.wheel;

import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a unit delivered, with the figures as they were then: the same whenever one looks. */
@Controller
class DeliveryPage {

    private static final String PATH = WheelPage.PATH + "/leveranse/{id}";
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 1000;

    private final Deliveries deliveries;
    private final WheelTasks tasks;
    private final Lexicons lexicons;

    DeliveryPage(Deliveries deliveries, WheelTasks tasks, Lexicons lexicons) {
        this.deliveries = deliveries;
        this.tasks = tasks;
        this.lexicons = lexicons;
    }

    /** What the page shows. */
    record View(
            String id,
            String task,
            String unit,
            int year,
            String on,
            String note,
            Optional<FiguresView> figures,
            boolean withdraw) {}

    static String path(UUID id) {
        return WheelPage.PATH + "/leveranse/" + id;
    }

    @GetMapping(PATH)
    String show(Viewer viewer, Words words, @PathVariable UUID id, Model model) {
        Delivery delivery = find(viewer, id);
        Lexicon lexicon = lexicons.current();
        model.addAttribute(
                "view",
                new View(
                        id.toString(),
                        tasks.find(delivery.made().task()).orElseThrow().wish().name(),
                        lexicon.name(delivery.made().unit()),
                        delivery.made().year(),
                        words.date(delivery.deliveredOn()),
                        delivery.made().note(),
                        delivery.figures().map(figures -> FiguresView.of(figures, words)),
                        WheelRights.mayDeliver(viewer, delivery.made().unit())));
        return "planning/arshjul-leveranse";
    }

    @PostMapping(PATH + "/trekk")
    String withdraw(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String grunn) {
        Delivery delivery = find(viewer, id);
        EmployeeId by = WheelRights.requireDeliver(viewer, delivery.made().unit());
        String reason = grunn.strip();
        if (reason.length() < SHORTEST_REASON) {
            return "redirect:" + WheelPage.PATH + "?utfall=grunn";
        }
        deliveries.withdraw(id, reason.substring(0, Math.min(LONGEST_REASON, reason.length())), by);
        return "redirect:" + WheelPage.PATH + "?utfall=trukket";
    }

    /** A unit that one may not see has delivered nothing. */
    private Delivery find(Viewer viewer, UUID id) {
        WheelRights.requireLook(viewer);
        return deliveries
                .find(id)
                .filter(each -> viewer.sees(each.made().unit()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
