package no.kompetansebro.planning.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Figures;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.SummaryRow;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.Supposed;
import no.kompetansebro.coverage.Supposition;
import no.kompetansebro.coverage.Suppositions;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Bar;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.Points;
import no.kompetansebro.planning.whatif.Effect.Month;
import no.kompetansebro.planning.whatif.Effect.Row;
import no.kompetansebro.shared.LocalizedName;
import org.springframework.stereotype.Component;

/** Compares what is with what would be. */
@Component
class Effects {

    private static final int MONTHS_AHEAD = 12;

    private final Coverage coverage;
    private final Suppositions suppositions;
    private final TurnedPeople people;

    Effects(Coverage coverage, Suppositions suppositions, TurnedPeople people) {
        this.coverage = coverage;
        this.suppositions = suppositions;
        this.people = people;
    }

    /** What is asked: of whom, and what is supposed. */
    record Asked(Viewer viewer, AsOf asOf, Question question, List<Supposition> suppositions) {}

    /** What would be, in figures, and the effect in words. */
    record Told(Supposed supposed, Figures before, Figures after, Effect effect) {}

    Told of(Asked asked, Words words) {
        SequencedMap<LocalDate, Figures> trend = coverage.trend(asked.viewer(), asked.question(), dates(asked.asOf()));
        Supposed supposed = suppositions.suppose(
                asked.viewer(), asked.question(), List.copyOf(trend.keySet()), asked.suppositions());
        LocalDate date = asked.asOf().date();
        Figures before = trend.getOrDefault(date, Figures.NONE);
        Figures after = before.plus(more(supposed, date));
        Effect effect = new Effect(
                words.date(date),
                Bar.of(before, words),
                Bar.of(after, words),
                points(before, after, words),
                words.number(gaps(before)),
                words.number(gaps(after)),
                turned(supposed, words),
                supposed.turned().isEmpty()
                        && supposed.byDate().values().stream().allMatch(Figures.NONE::equals),
                months(trend, supposed, asked.asOf(), words),
                requirements(asked, supposed, words),
                units(asked, supposed, words),
                people.of(asked, supposed, words),
                people.unnamed(asked, supposed, words),
                words.text("planning.whatif.judged", supposed.judged()));
        return new Told(supposed, before, after, effect);
    }

    /** The date of the page, and each month from today on for a year. */
    private static List<LocalDate> dates(AsOf asOf) {
        List<LocalDate> dates = new ArrayList<>(IntStream.rangeClosed(0, MONTHS_AHEAD)
                .mapToObj(asOf.today()::plusMonths)
                .toList());
        dates.add(asOf.date());
        return dates;
    }

    private static Figures more(Supposed supposed, LocalDate date) {
        return supposed.byDate().getOrDefault(date, Figures.NONE);
    }

    private static long gaps(Figures figures) {
        return figures.due() + figures.overdue() + figures.expired();
    }

    private static String turned(Supposed supposed, Words words) {
        long covered = supposed.turned().stream()
                .filter(pair -> pair.now().filter(s -> s.isCovered()).isPresent()
                        && pair.then().filter(s -> s.isCovered()).isEmpty())
                .count();
        long uncovered = supposed.turned().stream()
                .filter(pair -> pair.now().filter(s -> s.isGap()).isPresent()
                        && pair.then().filter(s -> s.isGap()).isEmpty())
                .count();
        long gone =
                supposed.turned().stream().filter(pair -> pair.now().isEmpty()).count();
        return words.text("planning.whatif.turned", covered, uncovered, gone);
    }

    private static List<Month> months(
            SequencedMap<LocalDate, Figures> trend, Supposed supposed, AsOf asOf, Words words) {
        return trend.entrySet().stream()
                .filter(each -> !each.getKey().isBefore(asOf.today()))
                .map(each -> {
                    Figures before = each.getValue();
                    Figures after = before.plus(more(supposed, each.getKey()));
                    return new Month(
                            words.date(each.getKey()),
                            words.percent(before.coverage()),
                            words.percent(after.coverage()),
                            points(before, after, words),
                            value(before.coverage()),
                            value(after.coverage()));
                })
                .toList();
    }

    private static String value(OptionalDouble share) {
        return share.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f", 100 * share.getAsDouble());
    }

    private List<Row> requirements(Asked asked, Supposed supposed, Words words) {
        Map<String, Figures> more = new LinkedHashMap<>();
        supposed.byRequirement().forEach((code, figures) -> more.put(code.value(), figures));
        Map<String, LocalizedName> names = new LinkedHashMap<>();
        supposed.requirements().forEach((code, requirement) -> names.put(code.value(), requirement.name()));
        return rows(asked, By.REQUIREMENT, more, names, words);
    }

    private List<Row> units(Asked asked, Supposed supposed, Words words) {
        return rows(asked, By.UNIT, supposed.byUnit(), Map.of(), words);
    }

    /** Those with a difference. */
    private List<Row> rows(
            Asked asked, By by, Map<String, Figures> more, Map<String, LocalizedName> names, Words words) {
        Map<String, Figures> before = new LinkedHashMap<>();
        Map<String, LocalizedName> called = new LinkedHashMap<>(names);
        if (!more.isEmpty()) {
            for (SummaryRow row : coverage.summary(asked.viewer(), asked.question(), by)) {
                before.put(row.key(), row.figures());
                called.put(row.key(), row.name());
            }
        }
        return more.entrySet().stream()
                .map(each -> row(
                        words.name(called.getOrDefault(each.getKey(), LocalizedName.of(each.getKey()))),
                        before.getOrDefault(each.getKey(), Figures.NONE),
                        each.getValue(),
                        words))
                .sorted(Comparator.comparing(Row::name))
                .toList();
    }

    private static Row row(String name, Figures before, Figures more, Words words) {
        Figures after = before.plus(more);
        return new Row(
                name,
                Bar.of(before, words),
                Bar.of(after, words),
                points(before, after, words),
                Points.signed(more.covered(), words));
    }

    private static String points(Figures before, Figures after, Words words) {
        return Points.between(before.coverage(), after.coverage(), words);
    }
}
