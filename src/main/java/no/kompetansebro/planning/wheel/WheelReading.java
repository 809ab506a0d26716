package no.kompetansebro.planning.wheel;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts the page of the wheel together: of the units that the viewer sees, on a date of the year. */
@Component
class WheelReading {

    private final Wheel wheel;
    private final Lexicons lexicons;
    private final Coverage coverage;

    WheelReading(Wheel wheel, Lexicons lexicons, Coverage coverage) {
        this.wheel = wheel;
        this.lexicons = lexicons;
        this.coverage = coverage;
    }

    WheelView of(Viewer viewer, AsOf asOf, Words words) {
        Lexicon lexicon = lexicons.current();
        var sight = new Sight(viewer, asOf, words, lexicon);
        int year = asOf.date().getYear();
        Map<WheelTask, List<Turn>> turns = wheel.turns(year, lexicon.units());
        List<WheelView.Month> months = new ArrayList<>();
        for (Month month : Month.values()) {
            List<WheelView.Task> tasks = turns.entrySet().stream()
                    .filter(each -> each.getKey().wish().due().getMonth() == month)
                    .filter(each -> sight.concerns(each.getKey(), each.getValue()))
                    .map(each -> sight.task(each.getKey(), sight.seen(each.getValue())))
                    .toList();
            months.add(new WheelView.Month(name(month), tasks));
        }
        return new WheelView(
                year,
                otherYear(asOf, year - 1),
                otherYear(asOf, year + 1),
                months,
                turns.entrySet().stream()
                        .flatMap(each -> sight.late(each.getKey(), each.getValue()).stream())
                        .toList(),
                viewer.employee().isPresent());
    }

    private static String name(Month month) {
        Locale locale = LocaleContextHolder.getLocale();
        String name = month.getDisplayName(TextStyle.FULL_STANDALONE, locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** The last day of the year; today in this one. */
    private static String otherYear(AsOf asOf, int year) {
        LocalDate date = year == asOf.today().getYear() ? asOf.today() : LocalDate.of(year, 12, 31);
        return new AsOf(date, asOf.today()).link(WheelPage.PATH);
    }

    private final class Sight {

        private final Viewer viewer;
        private final AsOf asOf;
        private final Words words;
        private final Lexicon lexicon;

        Sight(Viewer viewer, AsOf asOf, Words words, Lexicon lexicon) {
            this.viewer = viewer;
            this.asOf = asOf;
            this.words = words;
            this.lexicon = lexicon;
        }

        /** The municipality's own tasks are everybody's business, others those of whoever sees a unit that has them. */
        boolean concerns(WheelTask task, List<Turn> turns) {
            return task.wish().level() == WheelLevel.MUNICIPALITY
                    || !seen(turns).isEmpty()
                    || WheelRights.mayChange(viewer, task.wish().area(), lexicon.units());
        }

        List<Turn> seen(List<Turn> turns) {
            return turns.stream().filter(turn -> viewer.sees(turn.unit())).toList();
        }

        WheelView.Task task(WheelTask task, List<Turn> turns) {
            long done = turns.stream()
                    .filter(turn -> turn.on(asOf.date()) == Turn.State.DELIVERED)
                    .count();
            int year = asOf.date().getYear();
            return new WheelView.Task(
                    task.id().toString(),
                    task.wish().name(),
                    task.wish().description(),
                    words.text("planning.wheel.level." + task.wish().level()),
                    task.wish().owner(),
                    words.text("planning.wheel.between", words.date(task.opens(year)), words.date(task.due(year))),
                    turns.isEmpty() ? "" : words.text("planning.wheel.of", done, turns.size()),
                    coverage(task),
                    WheelRights.mayChange(viewer, task.wish().area(), lexicon.units()),
                    turns.stream()
                            .sorted(Comparator.comparing(turn -> lexicon.name(turn.unit())))
                            .map(this::unit)
                            .toList());
        }

        private String coverage(WheelTask task) {
            return task.wish()
                    .requirement()
                    .map(requirement -> {
                        Question all = Question.asOf(asOf.date()).of(requirement);
                        Question question = task.wish().area().map(all::in).orElse(all);
                        return words.text(
                                "planning.wheel.coverage",
                                lexicon.name(requirement, words),
                                words.percent(coverage.figures(viewer, question).coverage()));
                    })
                    .orElse("");
        }

        private WheelView.Unit unit(Turn turn) {
            Turn.State state = turn.on(asOf.date());
            Optional<Delivery> delivery = turn.delivery().filter(_ -> state == Turn.State.DELIVERED);
            boolean mayDeliver = asOf.isToday()
                    && turn.delivery().isEmpty()
                    && state != Turn.State.NOT_OPEN
                    && WheelRights.mayDeliver(viewer, turn.unit());
            return new WheelView.Unit(
                    lexicon.name(turn.unit()),
                    color(state),
                    words.text("planning.wheel.state." + state)
                            + delivery.map(each -> " " + words.date(each.deliveredOn()))
                                    .orElse(""),
                    delivery.map(each -> DeliveryPage.path(each.id())).orElse(""),
                    mayDeliver ? DeliverPage.path(turn) : "");
        }

        private static String color(Turn.State state) {
            return switch (state) {
                case DELIVERED -> "covered";
                case LATE -> "overdue";
                case OPEN -> "due";
                case NOT_OPEN -> "exempt";
            };
        }

        Optional<WheelView.Late> late(WheelTask task, List<Turn> turns) {
            List<String> units = seen(turns).stream()
                    .filter(turn -> turn.on(asOf.date()) == Turn.State.LATE)
                    .map(turn -> lexicon.name(turn.unit()))
                    .sorted()
                    .toList();
            return units.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new WheelView.Late(
                            task.wish().name(), words.date(task.due(asOf.date().getYear())), units));
        }
    }
}
