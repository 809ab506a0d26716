package no.kompetansebro.planning.gapdays;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.kompetansebro.coverage.FigureTables;
import no.kompetansebro.coverage.GapDaySum;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.planning.gapdays.GapDaysView.Row;
import no.kompetansebro.planning.gapdays.GapDaysView.Tab;
import no.kompetansebro.planning.scope.Scope;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.DateInterval;
import org.springframework.stereotype.Component;

/** Puts the page of gap days together: first figures, by unit and by requirement. */
@Component
class GapDaysPage {

    /** More pairs than this are not judged for a list of names. */
    private static final long MOST = 3_000;

    private final FigureTables tables;

    GapDaysPage(FigureTables tables) {
        this.tables = tables;
    }

    GapDaysView of(Scope scope, Span span, Lexicon lexicon, Words words) {
        DateInterval period = span.until(scope.asOf().date());
        long length = period.until().toEpochDay() - period.from().toEpochDay();
        List<GapDaySum> requirements = sums(scope, period, By.REQUIREMENT);
        long total = requirements.stream().mapToLong(GapDaySum::days).sum();
        return new GapDaysView(
                words.text("planning.gapDays.period", words.date(period.from()), words.lastDay(period.until())),
                tabs(scope, span, words),
                words.number(total),
                average(total, length, words),
                sums(scope, period, By.UNIT).stream()
                        .map(sum -> row(
                                sum,
                                lexicon.name(new UnitCode(sum.key())),
                                scope.asOf().link(GapDaysController.PATH, parameters(sum.key(), "", span)),
                                people(sum, parameters(sum.key(), "", span), scope),
                                length,
                                words))
                        .toList(),
                requirements.stream()
                        .map(sum -> row(
                                sum,
                                lexicon.name(new RequirementCode(sum.key()), words),
                                "",
                                people(sum, parameters(scope.code(), sum.key(), span), scope),
                                length,
                                words))
                        .toList());
    }

    private List<GapDaySum> sums(Scope scope, DateInterval period, By by) {
        return tables.gapDays(scope.viewer(), period, scope.headline(), by).stream()
                .filter(sum -> sum.days() > 0)
                .sorted(Comparator.comparingLong(GapDaySum::days).reversed().thenComparing(GapDaySum::key))
                .toList();
    }

    private static List<Tab> tabs(Scope scope, Span chosen, Words words) {
        return Arrays.stream(Span.values())
                .map(span -> new Tab(
                        words.text("planning.gapDays.span." + span.name()),
                        scope.link(GapDaysController.PATH, Map.of("periode", span.code())),
                        span == chosen))
                .toList();
    }

    private static Row row(GapDaySum sum, String name, String href, String people, long length, Words words) {
        return new Row(
                name,
                href,
                sum.days(),
                words.number(sum.days()),
                average(sum.days(), length, words),
                words.text("coverage.figures.of", words.number(sum.behind()), words.number(sum.pairs())),
                people);
    }

    private static String average(long days, long length, Words words) {
        return words.number(BigDecimal.valueOf(Math.round(10.0 * days / length), 1));
    }

    private static String people(GapDaySum sum, Map<String, String> parameters, Scope scope) {
        return sum.pairs() <= MOST ? scope.asOf().link(GapDaysController.PEOPLE, parameters) : "";
    }

    private static Map<String, String> parameters(String unit, String requirement, Span span) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(Scope.PARAMETER, unit);
        parameters.put("krav", requirement);
        parameters.put("periode", span.code());
        return parameters;
    }
}
