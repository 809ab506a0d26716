package no.kompetansebro.planning.forecast;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import no.kompetansebro.coverage.Figures;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.planning.forecast.ForecastView.Month;
import no.kompetansebro.planning.forecast.ForecastView.Point;
import no.kompetansebro.planning.forecast.ForecastView.Row;
import no.kompetansebro.planning.forecast.Outlook.Need;
import no.kompetansebro.planning.scope.Scope;
import no.kompetansebro.shared.DateInterval;
import org.springframework.stereotype.Component;

/** Puts the forecast together. */
@Component
class ForecastPage {

    private final Outlooks outlooks;

    ForecastPage(Outlooks outlooks) {
        this.outlooks = outlooks;
    }

    /** Empty while it is found out. */
    Optional<ForecastView> of(Scope scope, boolean planned, Lexicon lexicon, Words words) {
        return outlooks.of(scope, planned).map(outlook -> view(outlook, scope, planned, lexicon, words));
    }

    private static ForecastView view(Outlook outlook, Scope scope, boolean planned, Lexicon lexicon, Words words) {
        Horizon horizon = new Horizon(scope.asOf().date());
        List<Need> needs = outlook.needs();
        ForecastLinks links = new ForecastLinks(scope, planned, words);
        Endings endings = Endings.of(needs, horizon);
        Seats seats = Seats.of(needs, horizon);
        return new ForecastView(
                planned,
                outlook.anythingPlanned(),
                scope.link(ForecastController.PATH, Map.of()),
                scope.link(ForecastController.PATH, Map.of("planlagt", "ja")),
                months(endings, links, words),
                requirements(endings, links, lexicon, words),
                words.number(Arrays.stream(endings.total()).sum()),
                seats.quarters().stream()
                        .map(each -> quarter(each.until(), words))
                        .toList(),
                items(seats, links, lexicon, words),
                itemsTotal(seats, words),
                seats.withoutWay() == 0 ? "" : words.text("planning.forecast.withoutWay", seats.withoutWay()),
                trend(outlook, words),
                outlook.at().isPresent());
    }

    private static String quarter(LocalDate until, Words words) {
        LocalDate last = until.minusDays(1);
        return words.text(
                "planning.forecast.quarter", last.get(IsoFields.QUARTER_OF_YEAR), Integer.toString(last.getYear()));
    }

    private static List<Month> months(Endings endings, ForecastLinks links, Words words) {
        long[] total = endings.total();
        return IntStream.range(0, endings.months().size())
                .mapToObj(i -> {
                    DateInterval month = endings.months().get(i);
                    return new Month(words.month(month.from()), total[i], links.ends(total[i], "", month));
                })
                .toList();
    }

    private static List<Row> requirements(Endings endings, ForecastLinks links, Lexicon lexicon, Words words) {
        DateInterval year = new DateInterval(
                endings.months().getFirst().from(), endings.months().getLast().until());
        List<Row> rows = new ArrayList<>();
        endings.byRequirement().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparingLong(
                        (long[] counts) -> -Arrays.stream(counts).sum())))
                .forEach(each -> {
                    String code = each.getKey().value();
                    rows.add(new Row(
                            lexicon.name(each.getKey(), words),
                            code,
                            IntStream.range(0, each.getValue().length)
                                    .mapToObj(i -> links.ends(
                                            each.getValue()[i],
                                            code,
                                            endings.months().get(i)))
                                    .toList(),
                            links.ends(Arrays.stream(each.getValue()).sum(), code, year)));
                });
        return rows;
    }

    private static List<Row> items(Seats seats, ForecastLinks links, Lexicon lexicon, Words words) {
        List<Row> rows = new ArrayList<>();
        seats.byItem()
                .forEach((item, counts) -> rows.add(new Row(
                        lexicon.name(item, words),
                        item.value(),
                        IntStream.range(0, counts.length)
                                .mapToObj(i -> i == 0
                                        ? links.behind(counts[0], item.value())
                                        : links.seats(
                                                counts[i],
                                                item.value(),
                                                seats.quarters().get(i - 1)))
                                .toList(),
                        new ForecastView.Count(
                                words.number(Arrays.stream(counts).sum()), ""))));
        rows.sort(Comparator.comparing(Row::name));
        return rows;
    }

    private static Row itemsTotal(Seats seats, Words words) {
        long[] total = new long[1 + seats.quarters().size()];
        seats.byItem().values().forEach(counts -> {
            for (int i = 0; i < counts.length; i++) {
                total[i] += counts[i];
            }
        });
        return new Row(
                "",
                "",
                Arrays.stream(total)
                        .mapToObj(count -> new ForecastView.Count(words.number(count), ""))
                        .toList(),
                new ForecastView.Count(words.number(Arrays.stream(total).sum()), ""));
    }

    private static List<Point> trend(Outlook outlook, Words words) {
        return outlook.trend().entrySet().stream()
                .map(each -> {
                    OptionalDouble share = each.getValue().coverage();
                    OptionalDouble planned = outlook.planned()
                            .getOrDefault(each.getKey(), Figures.NONE)
                            .coverage();
                    return new Point(
                            words.date(each.getKey()),
                            words.percent(share),
                            value(share),
                            words.percent(planned),
                            value(planned));
                })
                .toList();
    }

    private static String value(OptionalDouble share) {
        return share.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f", 100 * share.getAsDouble());
    }
}
