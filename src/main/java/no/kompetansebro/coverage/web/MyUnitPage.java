package no.kompetansebro.coverage.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Figures;
import no.kompetansebro.coverage.MinimumStanding;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.SummaryRow;
import no.kompetansebro.coverage.UnitDutyStanding;
import no.kompetansebro.coverage.web.UnitView.Below;
import no.kompetansebro.coverage.web.UnitView.Duty;
import no.kompetansebro.coverage.web.UnitView.Head;
import no.kompetansebro.coverage.web.UnitView.Minimum;
import no.kompetansebro.organisation.UnitCode;
import org.springframework.stereotype.Component;

/** Puts <i>Min enhet</i> together. */
@Component
class MyUnitPage {

    private final Coverage coverage;
    private final MatrixPage matrices;

    MyUnitPage(Coverage coverage, MatrixPage matrices) {
        this.coverage = coverage;
        this.matrices = matrices;
    }

    UnitView of(UnitQuestion question, Lexicon lexicon, Words words) {
        List<MinimumStanding> minimums =
                coverage.minimums(question.viewer(), question.asOf().date(), Optional.of(question.unit()));
        MatrixPage.Content content = matrices.of(question, lexicon, words);
        return new UnitView(
                lexicon.name(question.unit()),
                new UnitChoice(question.viewer(), lexicon.units()).options(question.unit()),
                head(question, minimums, words),
                minimums.stream().map(each -> minimum(each, lexicon, words)).toList(),
                duties(question, lexicon, words),
                below(question, lexicon, words),
                content.filters(),
                content.matrix());
    }

    private Head head(UnitQuestion question, List<MinimumStanding> minimums, Words words) {
        Question headline = question.everything().headline();
        LocalDate date = question.asOf().date();
        Figures figures = coverage.figures(question.viewer(), headline);
        long met = minimums.stream()
                .filter(each -> each.status() != MinimumStanding.Level.NOT_MET)
                .count();
        return new Head(
                Bar.of(figures, words),
                Sparkline.of(
                        coverage.trend(question.viewer(), headline, Sparkline.dates(date)), question.asOf(), words),
                words.number(figures.fullyCovered()),
                words.number(figures.employees()),
                figures.overdue() + figures.expired(),
                figures.due(),
                figures.expiring(),
                minimums.isEmpty()
                        ? Words.DASH
                        : words.text("coverage.figures.of", words.number(met), words.number(minimums.size())),
                words.text("coverage.leftOut", figures.exempt()));
    }

    private static Minimum minimum(MinimumStanding standing, Lexicon lexicon, Words words) {
        return new Minimum(
                lexicon.name(standing.requirement(), words),
                lexicon.name(standing.unit()),
                words.text("coverage.minimum.heads", standing.holders(), standing.required()),
                standing.status().name(),
                words.text(
                        "coverage.minimum." + standing.status().name(),
                        standing.atRiskOn().map(words::date).orElse("")));
    }

    private List<Duty> duties(UnitQuestion question, Lexicon lexicon, Words words) {
        return coverage.unitDuties(question.viewer(), question.asOf().date(), Optional.of(question.unit())).stream()
                .map(each -> duty(each, lexicon, words))
                .toList();
    }

    private static Duty duty(UnitDutyStanding standing, Lexicon lexicon, Words words) {
        return new Duty(
                lexicon.name(standing.requirement(), words),
                lexicon.name(standing.unit()),
                StatusView.of(standing.status(), words),
                standing.heldUntil().map(words::lastDay).orElse(Words.DASH));
    }

    private List<Below> below(UnitQuestion question, Lexicon lexicon, Words words) {
        if (lexicon.units().children(question.unit()).isEmpty()) {
            return List.of();
        }
        return coverage.summary(question.viewer(), question.everything().headline(), SummaryRow.By.UNIT).stream()
                .filter(row -> row.figures().pairs() > 0)
                .map(row -> below(row, question, words))
                .toList();
    }

    private static Below below(SummaryRow row, UnitQuestion question, Words words) {
        return new Below(
                words.name(row.name()),
                question.link(new UnitCode(row.key())),
                Bar.of(row.figures(), words),
                row.figures().overdue() + row.figures().expired(),
                row.figures().due(),
                row.figures().expiring());
    }
}
