package no.kompetansebro.planning.reports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.coverage.Recalculations;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.HrArea;
import no.kompetansebro.planning.PlanningPage;
import no.kompetansebro.shared.NavigationEntry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** All reports, and where a new one is made. */
@Controller
class ReportLists implements PlanningPage {

    static final String PATH = "/planlegging/rapporter";

    private final FrozenReports reports;
    private final HrArea area;
    private final ReportMaking making;
    private final Recalculations recalculations;

    ReportLists(FrozenReports reports, HrArea area, ReportMaking making, Recalculations recalculations) {
        this.reports = reports;
        this.area = area;
        this.making = making;
        this.recalculations = recalculations;
    }

    /** What the page shows; {@code waits}: figures are being computed afresh, so that none may be made now. */
    record View(
            List<Line> reports, List<Periods> periods, List<HrArea.Choice> units, boolean everything, boolean waits) {}

    /** A report. */
    record Line(String number, String href, String area, String period, String asOf, String political) {}

    /** The periods of a kind. */
    record Periods(String kind, List<HrArea.Choice> choices) {}

    @Override
    public NavigationEntry entry() {
        return PlanningPage.page(Place.REPORTS, "planning.reports.title", PATH);
    }

    @GetMapping(PATH)
    String show(Viewer viewer, AsOf asOf, Words words, @RequestParam(defaultValue = "") String utfall, Model model) {
        refuseOthers(viewer);
        model.addAttribute(
                "view",
                new View(
                        reports.all().stream()
                                .filter(each -> area.isOf(viewer, each.unit()))
                                .map(each -> line(each, words))
                                .toList(),
                        periods(asOf, words),
                        area.choices(viewer),
                        viewer.everything(),
                        utfall.equals("venter")));
        return "planning/rapporter";
    }

    @PostMapping(PATH)
    String make(Viewer viewer, AsOf asOf, @RequestParam String periode, @RequestParam(defaultValue = "") String enhet) {
        refuseOthers(viewer);
        Optional<UnitCode> unit =
                Optional.of(enhet).filter(code -> !code.isEmpty()).map(UnitCode::new);
        if (!area.isOf(viewer, unit)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (unit.isPresent() && !area.exists(unit.get())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        ReportPeriod period = ReportPeriod.read(periode)
                .filter(each -> each.isOver(asOf.today()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        return recalculations.large().isPresent()
                ? "redirect:" + PATH + "?utfall=venter"
                : "redirect:"
                        + ReportPage.path(making.make(viewer, period, unit).number());
    }

    static void refuseOthers(Viewer viewer) {
        if (!viewer.plans()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private static Line line(FrozenReports.Listed report, Words words) {
        String path = ReportPage.path(report.number());
        return new Line(
                report.number().toString(),
                path,
                words.name(report.area()),
                report.period().name(words),
                words.date(report.period().asOf()),
                path + ReportPage.POLITICAL);
    }

    private static List<Periods> periods(AsOf asOf, Words words) {
        Map<ReportPeriod.Kind, List<ReportPeriod>> offered =
                ReportPeriod.offered(asOf.today()).stream().collect(Collectors.groupingBy(ReportPeriod::kind));
        return Stream.of(ReportPeriod.Kind.TERTIAL, ReportPeriod.Kind.MONTH, ReportPeriod.Kind.YEAR)
                .map(kind -> new Periods(
                        words.text("planning.reports.kind." + kind.name()),
                        offered.getOrDefault(kind, List.of()).stream()
                                .map(each -> new HrArea.Choice(each.code(), each.name(words)))
                                .toList()))
                .toList();
    }
}
