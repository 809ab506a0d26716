package no.kompetansebro.planning.changes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Figures;
import no.kompetansebro.coverage.SummaryRow;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.web.Bar;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.planning.Points;
import no.kompetansebro.planning.changes.ChangeView.Compared;
import no.kompetansebro.planning.changes.ChangeView.Link;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.stereotype.Component;

/** Puts the page of changes together. */
@Component
class ChangeViews {

    private final ChangeReports reports;
    private final ChangedPeople people;
    private final Rulings rulings;
    private final Coverage coverage;
    private final EmployerCalendar calendar;

    ChangeViews(
            ChangeReports reports,
            ChangedPeople people,
            Rulings rulings,
            Coverage coverage,
            EmployerCalendar calendar) {
        this.reports = reports;
        this.people = people;
        this.rulings = rulings;
        this.coverage = coverage;
        this.calendar = calendar;
    }

    ChangeView of(ChangeQuestion question, Lexicon lexicon, Words words) {
        Optional<Instant> recordedBy = recordedBy(question);
        ChangeReport report = reports.of(
                new ChangeReports.Asked(question.viewer(), question.question(), question.earlier(), recordedBy),
                lexicon.requirements());
        return new ChangeView(
                question.unit().isEmpty()
                        ? words.text("planning.gap.everything")
                        : lexicon.name(new UnitCode(question.unit())),
                question.requirement().isEmpty()
                        ? ""
                        : lexicon.name(new RequirementCode(question.requirement()), words),
                question.link(question.unit(), "", ""),
                path(question, lexicon, words),
                question.from().toString(),
                kept(question),
                choices(question, words),
                words.date(question.earlier()),
                words.date(question.later()),
                Bar.of(report.then().figures(), words),
                Bar.of(report.now().figures(), words),
                Points.between(report.then().coverage(), report.now().coverage(), words),
                words.text("coverage.leftOut", report.now().exempt()),
                new ChangeLines(question, words).of(report),
                recordedBy.isPresent() && report.recorded().isEmpty() ? words.text("planning.changes.untold") : "",
                question.asked().map(cause -> people.of(question, cause, report, lexicon, words)),
                units(question, words),
                requirements(question, report, lexicon, words),
                rulings.of(question, recordedBy, lexicon, words));
    }

    /** The end of the earlier date; what is to come has not been recorded yet. */
    private Optional<Instant> recordedBy(ChangeQuestion question) {
        EmployerCalendar.Dates dates = calendar.dates();
        return question.earlier().isBefore(dates.today())
                ? Optional.of(question.earlier()
                        .plusDays(1)
                        .atStartOfDay(dates.zone())
                        .toInstant())
                : Optional.empty();
    }

    private static Map<String, String> kept(ChangeQuestion question) {
        Map<String, String> kept = question.parameters();
        kept.remove("fra");
        kept.put("per", question.asOf().isToday() ? "" : question.asOf().date().toString());
        kept.values().removeIf(String::isEmpty);
        return kept;
    }

    private static List<Link> choices(ChangeQuestion question, Words words) {
        LocalDate date = question.asOf().date();
        return Stream.of(
                        Map.entry("planning.changes.since.month", date.minusMonths(1)),
                        Map.entry("planning.changes.since.tertial", ChangeQuestion.endOfTertialBefore(date)),
                        Map.entry("planning.changes.since.newYear", LocalDate.of(date.getYear() - 1, 12, 31)),
                        Map.entry("planning.changes.since.year", date.minusYears(1)))
                .map(choice -> new Link(
                        words.text(choice.getKey(), words.date(choice.getValue())),
                        question.since(choice.getValue()),
                        choice.getValue().equals(question.from())))
                .toList();
    }

    private static List<Link> path(ChangeQuestion question, Lexicon lexicon, Words words) {
        if (question.unit().isEmpty()) {
            return List.of();
        }
        List<Link> path = new ArrayList<>();
        path.add(new Link(words.text("planning.gap.everything"), question.link("", question.requirement(), ""), false));
        lexicon.units().path(new UnitCode(question.unit())).reversed().stream()
                .map(Unit::code)
                .filter(code -> question.viewer().sees(code) && !code.value().equals(question.unit()))
                .forEach(code -> path.add(
                        new Link(lexicon.name(code), question.link(code.value(), question.requirement(), ""), false)));
        return path;
    }

    private List<Compared> units(ChangeQuestion question, Words words) {
        Map<String, Figures> before =
                coverage.summary(question.viewer(), question.question().on(question.earlier()), By.UNIT).stream()
                        .collect(Collectors.toMap(SummaryRow::key, SummaryRow::figures));
        return coverage.summary(question.viewer(), question.question(), By.UNIT).stream()
                .map(row -> compared(
                        words.name(row.name()),
                        question.link(row.key(), question.requirement(), ""),
                        before.getOrDefault(row.key(), Figures.NONE),
                        row.figures(),
                        words))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Compared> requirements(
            ChangeQuestion question, ChangeReport report, Lexicon lexicon, Words words) {
        return lexicon.requirements().keySet().stream()
                .filter(code -> question.requirement().isEmpty()
                        && report.byRequirement().containsKey(code))
                .map(code -> {
                    ChangeReport.Row row =
                            Objects.requireNonNull(report.byRequirement().get(code));
                    return compared(
                            lexicon.name(code, words),
                            question.link(question.unit(), code.value(), ""),
                            row.then().figures(),
                            row.now().figures(),
                            words);
                })
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Compared::name))
                .toList();
    }

    private static Optional<Compared> compared(String name, String href, Figures before, Figures after, Words words) {
        return before.pairs() + after.pairs() == 0
                ? Optional.empty()
                : Optional.of(new Compared(
                        name,
                        href,
                        Bar.of(before, words),
                        Bar.of(after, words),
                        Points.between(before.coverage(), after.coverage(), words),
                        Points.signed(lapsed(after) - lapsed(before), words)));
    }

    private static long lapsed(Figures figures) {
        return figures.overdue() + figures.expired();
    }
}
