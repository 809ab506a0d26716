package no.kompetansebro.training.school;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.DateControl;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.tables.TableFiles;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** HR's pages about the leadership school: figures by leader level and module, and the leaders behind them. */
@Controller
class SchoolPlanning {

    static final String PATH = "/planlegging/lederskole";
    static final String LEADERS = PATH + "/ledere";

    private final SchoolPlanningPage page;
    private final LeaderNames names;
    private final Looks looks;
    private final TableFiles files;

    SchoolPlanning(SchoolPlanningPage page, LeaderNames names, Looks looks, TableFiles files) {
        this.page = page;
        this.names = names;
        this.looks = looks;
        this.files = files;
    }

    @GetMapping(PATH)
    String show(Viewer viewer, AsOf asOf, Words words, Model model) {
        refuseOthers(viewer);
        model.addAttribute("dates", DateControl.of(asOf, words, PATH, Map.of()));
        model.addAttribute("view", page.of(viewer, asOf, words));
        return "training/lederskole";
    }

    /** The figures as a file, without names. */
    @GetMapping(PATH + TableFiles.ENDINGS)
    ResponseEntity<byte[]> file(Viewer viewer, AsOf asOf, Words words, @PathVariable String format) {
        refuseOthers(viewer);
        return files.ofFigures(page.table(viewer, asOf, words), format);
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
