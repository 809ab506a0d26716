package no.kompetansebro.planning.reports;

import java.util.List;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.HrArea;
import no.kompetansebro.tables.TableFiles;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A report: for HR, for who decides, and compared with what it would be now. */
@Controller("frozenReportPage")
class ReportPage {

    static final String POLITICAL = "/politisk";

    private static final String ONE = ReportLists.PATH + "/{number:[0-9-]+}";
    static final String AGAIN = "/igjen";

    private final FrozenReports reports;
    private final HrArea area;
    private final ReportViews views;
    private final TableFiles files;

    ReportPage(FrozenReports reports, HrArea area, ReportViews views, TableFiles files) {
        this.reports = reports;
        this.area = area;
        this.views = views;
        this.files = files;
    }

    static String path(ReportNumber number) {
        return ReportLists.PATH + "/" + number;
    }

    @GetMapping(ONE)
    String show(Viewer viewer, AsOf asOf, Words words, @PathVariable String number, Model model) {
        model.addAttribute("view", views.full(find(viewer, number), viewer, asOf.today(), words));
        return "planning/rapport";
    }

    @GetMapping(ONE + POLITICAL)
    String showPolitical(Viewer viewer, Words words, @PathVariable String number, Model model) {
        model.addAttribute("view", views.political(find(viewer, number), words));
        return "planning/rapport";
    }

    @GetMapping(ONE + AGAIN)
    String showAgain(Viewer viewer, AsOf asOf, Words words, @PathVariable String number, Model model) {
        model.addAttribute("view", views.again(find(viewer, number), viewer, asOf.today(), words));
        return "planning/rapport-igjen";
    }

    @GetMapping(ONE + TableFiles.ENDINGS)
    ResponseEntity<byte[]> file(
            Viewer viewer, AsOf asOf, Words words, @PathVariable String number, @PathVariable String format) {
        FrozenReport report = find(viewer, number);
        List<Section> sections = views.fullSections(report, viewer, asOf.today(), words);
        return files.ofFigures(new ReportTable(report, sections, words).table("rapport-" + report.number()), format);
    }

    @GetMapping(ONE + POLITICAL + TableFiles.ENDINGS)
    ResponseEntity<byte[]> politicalFile(
            Viewer viewer, Words words, @PathVariable String number, @PathVariable String format) {
        FrozenReport report = find(viewer, number);
        List<Section> sections = new PoliticalSections(report.period(), report.snapshot(), words).all();
        return files.ofFigures(
                new ReportTable(report, sections, words).table("rapport-" + report.number() + "-politisk"), format);
    }

    /** A report of what the viewer does not plan for is not there. */
    private FrozenReport find(Viewer viewer, String number) {
        ReportLists.refuseOthers(viewer);
        return ReportNumber.read(number)
                .flatMap(reports::find)
                .filter(report -> area.isOf(viewer, report.unit()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
