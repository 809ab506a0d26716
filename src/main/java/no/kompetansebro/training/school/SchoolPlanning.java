package no.kompetansebro.training.school;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.DateControl;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** HR's pages about the leadership school: figures by leader level and module, and the leaders behind them. */
@Controller
class SchoolPlanning {

    static final String PATH = "/planlegging/lederskole";
    static final String LEADERS = PATH + "/ledere";
    static final String CSV = PATH + ".csv";

    private final SchoolPlanningPage page;
    private final LeaderNames names;
    private final Looks looks;

    SchoolPlanning(SchoolPlanningPage page, LeaderNames names, Looks looks) {
        this.page = page;
        this.names = names;
        this.looks = looks;
    }

    @GetMapping(PATH)
    String show(Viewer viewer, AsOf asOf, Words words, Model model) {
        refuseOthers(viewer);
        model.addAttribute("dates", DateControl.of(asOf, words, PATH, Map.of()));
        model.addAttribute("view", page.of(viewer, asOf, words));
        return "training/lederskole";
    }

    /** The figures as a file, without names. */
    @GetMapping(CSV)
    ResponseEntity<byte[]> file(Viewer viewer, AsOf asOf, Words words) {
        refuseOthers(viewer);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("lederskole-" + asOf.date() + ".csv")
                                .build()
                                .toString())
                .body(page.file(viewer, asOf, words).getBytes(StandardCharsets.UTF_8));
    }

    /** The leaders by name; the look is kept. */
    @GetMapping(LEADERS)
    String leaders(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @RequestParam(defaultValue = "") String niva,
            @RequestParam(defaultValue = "") String modul,
            @RequestParam(defaultValue = "") String tilstand,
            @RequestParam(defaultValue = "1") int side,
            Model model) {
        refuseOthers(viewer);
        LeaderFilter filter = new LeaderFilter(niva, modul, tilstand);
        Map<String, String> parameters = new LinkedHashMap<>(filter.parameters());
        looks.atList(viewer, Looks.Capacity.HR, "lederskole", Optional.of(filter.code()));
        model.addAttribute("dates", DateControl.of(asOf, words, LEADERS, parameters));
        model.addAttribute("view", names.of(viewer, filter, Math.max(1, side), asOf, words));
        return "training/lederskole-ledere";
    }

    private static void refuseOthers(Viewer viewer) {
        if (!viewer.plans()) {
            throw MySchool.refused();
        }
    }
}
