package no.kompetansebro.coverage.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.Standing;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.engine.Explanation;
import no.kompetansebro.coverage.web.MyCompetenceView.Group;
import no.kompetansebro.coverage.web.MyCompetenceView.Row;
import no.kompetansebro.coverage.web.MyCompetenceView.Todo;
import no.kompetansebro.coverage.web.MyCompetenceView.Upcoming;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.stereotype.Component;

/** Puts <i>Min kompetanse</i> together for one employee and date. */
@Component
class MyCompetencePage {

    private final Coverage coverage;
    private final Employees employees;
    private final Positions positions;
    private final Lexicons lexicons;
    private final Additions additions;

    MyCompetencePage(
            Coverage coverage, Employees employees, Positions positions, Lexicons lexicons, Additions additions) {
        this.coverage = coverage;
        this.employees = employees;
        this.positions = positions;
        this.lexicons = lexicons;
        this.additions = additions;
    }

    MyCompetenceView of(Viewer viewer, EmployeeId employee, AsOf asOf, Words words) {
        Lexicon lexicon = lexicons.current();
        List<Pair> pairs = new ArrayList<>();
        coverage.pairs(viewer, Question.asOf(asOf.date()).of(employee), pairs::add);
        Map<RequirementCode, List<Standing>> strips = coverage.strips(viewer, employee, StripView.dates(asOf));
        return new Sheet(viewer, employee, asOf, words, lexicon, pairs, strips).view();
    }

    /** One employee's pairs on their way to the page. */
    private final class Sheet {

        private static final List<Status> URGENCY =
                List.of(Status.EXPIRED, Status.OVERDUE, Status.DUE, Status.EXPIRING);

        private final Viewer viewer;
        private final EmployeeId employee;
        private final AsOf asOf;
        private final Words words;
        private final Lexicon lexicon;
        private final List<Pair> pairs;
        private final Map<RequirementCode, List<Standing>> strips;

        Sheet(
                Viewer viewer,
                EmployeeId employee,
                AsOf asOf,
                Words words,
                Lexicon lexicon,
                List<Pair> pairs,
                Map<RequirementCode, List<Standing>> strips) {
            this.viewer = viewer;
            this.employee = employee;
            this.asOf = asOf;
            this.words = words;
            this.lexicon = lexicon;
            this.pairs = pairs;
            this.strips = strips;
        }

        MyCompetenceView view() {
            List<Pair> headline = pairs.stream()
                    .filter(pair -> category(pair) != Category.RECOMMENDED && pair.status() != Status.EXEMPT)
                    .toList();
            int covered = (int)
                    headline.stream().filter(pair -> pair.status().isCovered()).count();
            return new MyCompetenceView(
                    employees.find(employee).map(Employee::name).orElse(""),
                    positions.of(employee, asOf.date(), lexicon, words),
                    covered,
                    headline.size(),
                    headline.isEmpty() ? "0" : String.format(Locale.ROOT, "%.2f", 100.0 * covered / headline.size()),
                    leftOut(),
                    next(Status.DUE, pair -> Optional.of(pair.deadline())),
                    next(Status.EXPIRING, Pair::heldUntil),
                    todo(),
                    groups());
        }

        private String leftOut() {
            long exempt =
                    pairs.stream().filter(p -> p.status() == Status.EXEMPT).count();
            long recommended = pairs.stream()
                    .filter(p -> category(p) == Category.RECOMMENDED)
                    .count();
            return words.text("coverage.mine.leftOut", recommended, exempt);
        }

        private Upcoming next(Status status, Function<Pair, Optional<LocalDate>> end) {
            return pairs.stream()
                    .filter(pair -> status == Status.DUE
                            ? pair.status() == Status.DUE
                            : pair.status().isCovered())
                    .filter(pair -> end.apply(pair).isPresent())
                    .min(Comparator.comparing(pair -> end.apply(pair).orElseThrow()))
                    .map(pair -> new Upcoming(
                            words.lastDay(end.apply(pair).orElseThrow()), lexicon.name(pair.requirement(), words)))
                    .orElse(Upcoming.NONE);
        }

        private List<Todo> todo() {
            return pairs.stream()
                    .filter(pair -> URGENCY.contains(pair.status()))
                    .sorted(Comparator.comparing((Pair pair) -> category(pair) == Category.RECOMMENDED)
                            .thenComparing(pair -> !pair.status().isGap() || pair.status() == Status.DUE)
                            .thenComparing(this::when))
                    .map(this::todo)
                    .toList();
        }

        private LocalDate when(Pair pair) {
            return pair.heldUntil().orElse(pair.deadline());
        }

        private Todo todo(Pair pair) {
            List<ItemCode> items = items(pair);
            return new Todo(
                    lexicon.name(pair.requirement(), words),
                    StatusView.of(pair.status(), words),
                    Deadlines.sentence(pair, lapsedOn(pair), words),
                    items.stream()
                            .map(item -> Steps.sentence(item, lexicon, words))
                            .toList(),
                    additions.actions(new PairAction.Asked(
                            viewer, employee, pair.requirement(), pair.status(), items, asOf, words, lexicon)),
                    href(pair));
        }

        private Optional<LocalDate> lapsedOn(Pair pair) {
            return strips.getOrDefault(pair.requirement(), List.of()).stream()
                    .map(Standing::dates)
                    .filter(dates -> dates.contains(asOf.date()))
                    .map(dates -> dates.from())
                    .filter(from -> from.isAfter(StripView.dates(asOf).from()))
                    .findFirst();
        }

        private List<ItemCode> items(Pair pair) {
            return coverage.explanation(viewer, employee, pair.requirement(), asOf.date())
                    .map(Explanation::nextSteps)
                    .orElse(List.of());
        }

        private List<Group> groups() {
            return Arrays.stream(Category.values())
                    .map(category -> new Group(
                            words.text("coverage.category." + category.name()),
                            words.text("coverage.category." + category.name() + ".note"),
                            rows(category)))
                    .filter(group -> !group.rows().isEmpty())
                    .toList();
        }

        private List<Row> rows(Category category) {
            List<RequirementCode> order = new ArrayList<>(lexicon.requirements().sequencedKeySet());
            return pairs.stream()
                    .filter(pair -> category(pair) == category)
                    .sorted(Comparator.comparingInt(pair -> order.indexOf(pair.requirement())))
                    .map(this::row)
                    .toList();
        }

        private Row row(Pair pair) {
            return new Row(
                    lexicon.name(pair.requirement(), words),
                    requirement(pair).flatMap(Requirement::authority).orElse(""),
                    StatusView.of(pair.status(), words),
                    Deadlines.validThrough(pair, words),
                    StripView.of(strips.getOrDefault(pair.requirement(), List.of()), asOf, words),
                    href(pair));
        }

        private String href(Pair pair) {
            return asOf.link(
                    ExplanationPage.PATH, Map.of("krav", pair.requirement().value()));
        }

        private Optional<Requirement> requirement(Pair pair) {
            return Optional.ofNullable(lexicon.requirements().get(pair.requirement()));
        }

        private Category category(Pair pair) {
            return requirement(pair).map(Requirement::category).orElse(Category.MANDATORY);
        }
    }
}
