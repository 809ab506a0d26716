package no.kompetansebro.planning.reports;

import java.time.LocalDate;
import java.util.List;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.tables.FileLinks;
import org.springframework.stereotype.Component;

/** Puts the pages of a report together. */
@Component
class ReportViews {

    private final Lexicons lexicons;
    private final Employees employees;
    private final EmployerCalendar calendar;
    private final ReportMaking making;

    ReportViews(Lexicons lexicons, Employees employees, EmployerCalendar calendar, ReportMaking making) {
        this.lexicons = lexicons;
        this.employees = employees;
        this.calendar = calendar;
        this.making = making;
    }

    /** A report beside what it would be now. */
    record Again(
            String number,
            String href,
            String area,
            String period,
            String made,
            boolean same,
            String count,
            List<Changed> changed,
            String changes) {}

    /** A figure that is another now. */
    record Changed(String part, String row, String column, String then, String now) {}

    ReportView full(FrozenReport report, Viewer viewer, LocalDate today, Words words) {
        String path = ReportPage.path(report.number());
        String by = report.madeBy()
                .flatMap(employees::find)
                .map(Employee::name)
                .orElseGet(() -> words.text("planning.reports.madeBySystem"));
        return view(
                report,
                words.text("planning.reports.madeBy", madeOn(report, words), by),
                false,
                fullSections(report, viewer, today, words),
                path,
                words);
    }

    /** Without anybody's name, and leading nowhere. */
    ReportView political(FrozenReport report, Words words) {
        return view(
                report,
                words.text("planning.reports.made", madeOn(report, words)),
                true,
                new PoliticalSections(report.period(), report.snapshot(), words).all(),
                ReportPage.path(report.number()),
                words);
    }

    List<Section> fullSections(FrozenReport report, Viewer viewer, LocalDate today, Words words) {
        return sections(report, report.snapshot(), viewer, today, words);
    }

    private List<Section> sections(
            FrozenReport report, Snapshot snapshot, Viewer viewer, LocalDate today, Words words) {
        return new FullSections(report.period(), snapshot, links(report, viewer, today), words).all();
    }

    private ReportLinks links(FrozenReport report, Viewer viewer, LocalDate today) {
        return new ReportLinks(
                viewer,
                new AsOf(report.period().asOf(), today),
                lexicons.current(),
                report.unit().map(UnitCode::value).orElse(""));
    }

    private static ReportView view(
            FrozenReport report, String made, boolean political, List<Section> sections, String path, Words words) {
        Snapshot snapshot = report.snapshot();
        String shown = political ? path + ReportPage.POLITICAL : path;
        return new ReportView(
                report.number().toString(),
                words.name(snapshot.area()),
                report.period().name(words),
                words.date(report.period().asOf()),
                made,
                political,
                political ? path : path + ReportPage.POLITICAL,
                political ? "" : path + ReportPage.AGAIN,
                FileLinks.of(shown, link -> link),
                sections.stream().map(each -> ReportView.part(each, words)).toList(),
                snapshot.definitions().stream()
                        .map(each -> new ReportView.Meaning(words.name(each.word()), words.name(each.meaning())))
                        .toList());
    }

    Again again(FrozenReport report, Viewer viewer, LocalDate today, Words words) {
        ReportMaking.Reading now = making.read(report.period(), report.unit());
        List<Changed> changed = Difference.between(
                        fullSections(report, viewer, today, words),
                        sections(report, now.snapshot(), viewer, today, words))
                .stream()
                .map(each -> new Changed(
                        each.section(),
                        each.row(),
                        each.column(),
                        ReportView.text(each.then(), words),
                        ReportView.text(each.now(), words)))
                .toList();
        return new Again(
                report.number().toString(),
                ReportPage.path(report.number()),
                words.name(report.snapshot().area()),
                report.period().name(words),
                madeOn(report, words),
                changed.isEmpty(),
                words.text("planning.reports.again.count", changed.size()),
                changed,
                links(report, viewer, today).changes(report.period()));
    }

    private String madeOn(FrozenReport report, Words words) {
        return words.date(calendar.dateOf(report.madeAt()));
    }
}
