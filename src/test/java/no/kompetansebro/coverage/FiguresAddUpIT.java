package no.kompetansebro.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.coverage.RandomMunicipality.Job;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.DateInterval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Figures = figures computed from the list of pairs (coverage.md section 12), over municipalities by chance. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
class FiguresAddUpIT {

    private static final List<LocalDate> DATES = List.of(
            LocalDate.of(2023, 6, 15),
            LocalDate.of(2025, 12, 31),
            LocalDate.of(2026, 11, 21),
            LocalDate.of(2028, 2, 29));
    private static final Viewer ALL = Viewer.ofEverything();

    @Autowired
    Coverage coverage;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationContext beans;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void toWhatThePairsSay(long seed) {
        Municipality municipality = new Municipality(jdbc, transactions);
        RandomMunicipality chance = new RandomMunicipality(seed, municipality, beans);
        municipality.in(() -> {
            DATES.forEach(date -> check(chance, Question.asOf(date)));
            return 0;
        });
    }

    private void check(RandomMunicipality chance, Question question) {
        List<Pair> pairs = pairs(question);
        assertThat(pairs.stream().map(Pair::place).toList()).isSorted().doesNotHaveDuplicates();
        assertThat(keys(pairs)).isEqualTo(expected(chance, question.asOf(), _ -> true));
        assertThat(coverage.figures(ALL, question)).isEqualTo(figures(pairs));
        for (String unit : RandomMunicipality.UNITS) {
            checkUnit(chance, question.in(new UnitCode(unit)), unit);
        }
        checkRows(
                chance,
                question,
                By.REQUIREMENT,
                pair -> Stream.of(pair.requirement().value()));
        checkRows(
                chance,
                question,
                By.COMPETENCE,
                pair -> Stream.of(rule(chance, pair).course()));
        checkRows(
                chance,
                question,
                By.CATEGORY,
                pair -> Stream.of(rule(chance, pair).category().name()));
        checkRows(
                chance,
                question,
                By.POSITION,
                pair -> jobs(chance, pair, question).map(Job::position));
        checkRows(
                chance,
                question,
                By.LEADER_LEVEL,
                pair -> jobs(chance, pair, question).map(Job::level));
        checkPages(question, pairs);
    }

    private void checkUnit(RandomMunicipality chance, Question question, String unit) {
        List<Pair> pairs = pairs(question);
        assertThat(keys(pairs))
                .isEqualTo(expected(chance, question.asOf(), job -> RandomMunicipality.isWithin(job.unit(), unit)));
        assertThat(coverage.figures(ALL, question)).isEqualTo(figures(pairs));
        assertThat(coverage.trend(ALL, question, DATES)).isEqualTo(trend(question));
        List<String> below = RandomMunicipality.UNITS.stream()
                .filter(u -> unit.equals(RandomMunicipality.PARENTS.get(u)))
                .toList();
        Map<String, Figures> rows = rows(question, By.UNIT);
        assertThat(rows.keySet()).containsExactlyElementsOf(below);
        rows.forEach((row, figures) -> assertThat(figures)
                .isEqualTo(figures(pairs(Question.asOf(question.asOf()).in(new UnitCode(row))))));
        checkRows(
                chance,
                question,
                By.POSITION,
                pair -> jobs(chance, pair, question).map(Job::position));
        checkGapDays(question);
    }

    private Map<LocalDate, Figures> trend(Question question) {
        return DATES.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        date -> coverage.figures(
                                ALL, Question.asOf(date).in(question.unit().orElseThrow()))));
    }

    private void checkRows(RandomMunicipality chance, Question question, By by, Function<Pair, Stream<String>> keysOf) {
        Map<String, List<Pair>> expected = new TreeMap<>();
        pairs(question)
                .forEach(pair -> keysOf.apply(pair)
                        .distinct()
                        .forEach(key -> expected.computeIfAbsent(key, _ -> new ArrayList<>())
                                .add(pair)));
        Map<String, Figures> figures = new TreeMap<>();
        expected.forEach((key, pairs) -> figures.put(key, figures(pairs)));
        assertThat(rows(question, by)).isEqualTo(figures);
    }

    private void checkPages(Question question, List<Pair> pairs) {
        List<Pair> paged = new ArrayList<>();
        List<Pair> page = coverage.pairs(ALL, question, java.util.Optional.empty(), 7);
        while (!page.isEmpty()) {
            paged.addAll(page);
            page = coverage.pairs(
                    ALL, question, java.util.Optional.of(page.getLast().place()), 7);
        }
        assertThat(paged).isEqualTo(pairs);
    }

    /** Gap days of three days = the days on which the pair is late, one by one. */
    private void checkGapDays(Question question) {
        LocalDate from = question.asOf();
        Map<Pair.Place, Long> expected = from.datesUntil(from.plusDays(3))
                .flatMap(day -> pairs(Question.asOf(day).in(question.unit().orElseThrow())).stream())
                .filter(pair -> pair.status() == Status.OVERDUE || pair.status() == Status.EXPIRED)
                .collect(Collectors.groupingBy(Pair::place, Collectors.counting()));
        assertThat(coverage.gapDays(ALL, new DateInterval(from, from.plusDays(3)), question).stream()
                        .collect(Collectors.toMap(
                                gap -> new Pair.Place(gap.employee(), gap.requirement()), GapDays::days)))
                .isEqualTo(expected);
    }

    private List<Pair> pairs(Question question) {
        List<Pair> pairs = new ArrayList<>();
        coverage.pairs(ALL, question, pairs::add);
        return pairs;
    }

    private Map<String, Figures> rows(Question question, By by) {
        Map<String, Figures> rows = new TreeMap<>();
        coverage.summary(ALL, question, by).forEach(row -> rows.put(row.key(), row.figures()));
        return rows;
    }

    private static Set<String> keys(List<Pair> pairs) {
        return pairs.stream().map(p -> p.employee() + " " + p.requirement()).collect(Collectors.toSet());
    }

    private static Set<String> expected(
            RandomMunicipality chance, LocalDate date, java.util.function.Predicate<Job> counts) {
        return chance.employees.keySet().stream()
                .flatMap(employee -> chance.rules.keySet().stream()
                        .filter(rule ->
                                chance.through(employee, rule, date).stream().anyMatch(counts))
                        .map(rule -> employee + " " + rule))
                .collect(Collectors.toSet());
    }

    private static RandomMunicipality.Rule rule(RandomMunicipality chance, Pair pair) {
        return chance.rules.get(pair.requirement().value());
    }

    private static Stream<Job> jobs(RandomMunicipality chance, Pair pair, Question question) {
        return chance.through(pair.employee().value(), pair.requirement().value(), question.asOf()).stream()
                .filter(job -> question.unit()
                        .map(unit -> RandomMunicipality.isWithin(job.unit(), unit.value()))
                        .orElse(true));
    }

    private static Figures figures(List<Pair> pairs) {
        Collection<List<Pair>> toCover = pairs.stream()
                .filter(pair -> pair.status() != Status.EXEMPT)
                .collect(Collectors.groupingBy(Pair::employee))
                .values();
        return new Figures(
                pairs.size(),
                count(pairs, Status.COVERED) + count(pairs, Status.EXPIRING),
                count(pairs, Status.EXPIRING),
                count(pairs, Status.DUE),
                count(pairs, Status.OVERDUE),
                count(pairs, Status.EXPIRED),
                count(pairs, Status.EXEMPT),
                toCover.size(),
                toCover.stream()
                        .filter(own ->
                                own.stream().noneMatch(pair -> pair.status().isGap()))
                        .count());
    }

    private static long count(List<Pair> pairs, Status status) {
        return pairs.stream().filter(pair -> pair.status() == status).count();
    }
}
