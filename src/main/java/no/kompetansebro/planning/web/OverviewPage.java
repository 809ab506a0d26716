package no.kompetansebro.planning.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Figures;
import no.kompetansebro.coverage.MinimumStanding;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.UnitDutyStanding;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Bar;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.StatusView;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.web.OverviewView.Duty;
import no.kompetansebro.planning.web.OverviewView.Minimum;
import no.kompetansebro.planning.web.OverviewView.Month;
import org.springframework.stereotype.Component;

/** Puts the overview together. */
@Component
class OverviewPage {

    private static final int MONTHS_BACK = 24;
    private static final int MONTHS_AHEAD = 12;

    private final Coverage coverage;
    private final Lexicons lexicons;
    private final WorstRows worst;
    private final DataQuality quality;

    OverviewPage(Coverage coverage, Lexicons lexicons, WorstRows worst, DataQuality quality) {
        this.coverage = coverage;
        this.lexicons = lexicons;
        this.worst = worst;
        this.quality = quality;
    }

    OverviewView of(Viewer viewer, AsOf asOf, Words words) {
        Lexicon lexicon = lexicons.current();
        Question headline = Question.asOf(asOf.date()).headline();
        Figures figures = coverage.figures(viewer, headline);
        List<MinimumStanding> minimums = coverage.minimums(viewer, asOf.date(), Optional.empty());
        UnitLevel level = UnitLevel.of(viewer, lexicon.units());
        return new OverviewView(
                Bar.of(figures, words),
                words.number(figures.fullyCovered()),
                words.number(figures.employees()),
                words.number(figures.overdue() + figures.expired()),
                words.number(figures.due()),
                words.number(figures.expiring()),
                met(minimums, words),
                words.text("coverage.leftOut", figures.exempt()),
                trend(viewer, headline, asOf, words),
                worst.units(viewer, asOf, lexicon, level, words),
                compared(level, words),
                worst.requirements(viewer, asOf, lexicon, words),
                weak(minimums, lexicon, asOf, words),
                lapsed(coverage.unitDuties(viewer, asOf.date(), Optional.empty()), lexicon, words),
                quality.of(viewer, asOf.today(), words));
    }

    private static String met(List<MinimumStanding> minimums, Words words) {
        long met = minimums.stream()
                .filter(each -> each.status() != MinimumStanding.Level.NOT_MET)
                .count();
        return minimums.isEmpty()
                ? Words.DASH
                : words.text("coverage.figures.of", words.number(met), words.number(minimums.size()));
    }

    /** Nothing where the comparison is of all units that have none below them. */
    private static String compared(UnitLevel level, Words words) {
        return level.isDeepest()
                ? ""
                : level.kind()
                        .map(kind -> words.text("planning.worst.units.kind", level.depth(), level.deepest(), kind))
                        .orElseGet(() -> words.text("planning.worst.units.level", level.depth(), level.deepest()));
    }

    private List<Month> trend(Viewer viewer, Question headline, AsOf asOf, Words words) {
        List<LocalDate> dates = IntStream.rangeClosed(-MONTHS_BACK, MONTHS_AHEAD)
                .mapToObj(asOf.date()::plusMonths)
                .toList();
        return coverage.trend(viewer, headline, dates).entrySet().stream()
                .map(each -> month(each.getKey(), each.getValue().coverage(), asOf, words))
                .toList();
    }

    private static Month month(LocalDate month, OptionalDouble share, AsOf asOf, Words words) {
        return new Month(
                words.date(month),
                words.percent(share),
                share.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f", 100 * share.getAsDouble()),
                month.isAfter(asOf.today()) ? "future" : "past",
                month.equals(asOf.date()));
    }

    private static List<Minimum> weak(List<MinimumStanding> minimums, Lexicon lexicon, AsOf asOf, Words words) {
        return minimums.stream()
                .filter(each -> each.status() != MinimumStanding.Level.MET)
                .map(each -> new Minimum(
                        lexicon.name(each.requirement(), words),
                        lexicon.name(each.unit()),
                        words.text("coverage.minimum.heads", each.holders(), each.required()),
                        each.status() != MinimumStanding.Level.NOT_MET,
                        words.text(
                                "coverage.minimum." + each.status().name(),
                                each.atRiskOn().map(words::date).orElse("")),
                        asOf.link(
                                Overview.PATH + "/minimum/dekning",
                                Map.of(
                                        "enhet", each.unit().value(),
                                        "krav", each.requirement().value()))))
                .toList();
    }

    private static List<Duty> lapsed(List<UnitDutyStanding> duties, Lexicon lexicon, Words words) {
        return duties.stream()
                .filter(each -> each.status().isGap() && each.status() != Status.DUE)
                .map(each -> new Duty(
                        lexicon.name(each.requirement(), words),
                        lexicon.name(each.unit()),
                        StatusView.of(each.status(), words)))
                .toList();
    }
}
