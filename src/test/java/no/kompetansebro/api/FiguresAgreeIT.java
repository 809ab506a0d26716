package no.kompetansebro.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.api.Counted.Row;
import no.kompetansebro.browser.Browsers;
import no.kompetansebro.coverage.recalculation.Upkeep;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.pages.SmallTown;
import no.kompetansebro.pages.SmallTown.Town;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.Requirement.OfPeople;
import no.kompetansebro.requirement.Requirements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Figures on screen, figures from the API and figures counted from exported pairs are the same. Units of more than three people
 * count as big here, so that both summed-up and counted figures are seen.
 */
@TestPropertySource(
        properties = {
            "kompetansebro.coverage.figures.few-people=0",
            "kompetansebro.coverage.figures.big-unit=3",
            "kompetansebro.coverage.figures.split-unit=5",
            "kompetansebro.coverage.figures.many-changes=6"
        })
class FiguresAgreeIT extends ApiCalls {

    private static final List<String> ASKED = List.of("", "K", "HO", "HT", "OPP", "TEK");
    private static final Set<Category> HEADLINE = Set.of(Category.STATUTORY, Category.MANDATORY);
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    @Autowired
    SmallTown towns;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Requirements requirements;

    @Autowired
    Units units;

    @Autowired
    Upkeep upkeep;

    @Autowired
    MessageSource messages;

    Town town;
    String token;
    Map<String, Requirement> catalogue;
    final Map<String, List<Row>> exported = new HashMap<>();

    @BeforeEach
    void aTown() {
        town = towns.get();
        token = Clients.reader(town.municipality(), jdbc);
        catalogue = town.municipality()
                .in(() -> requirements.all().stream()
                        .collect(Collectors.toMap(each -> each.code().value(), Function.identity())));
        town.municipality().in(() -> {
            upkeep.tidyUp();
            return 0;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {-400, 0, 200})
    void theApiSumsUpWhatItExports(int days) {
        LocalDate date = SmallTown.TODAY.plusDays(days);
        for (String unit : ASKED) {
            List<Row> pairs = pairs(date, unit);
            assertThat(pairs).isNotEmpty();

            assertThat(summary("requirement", date, unit)).isEqualTo(counted(pairs, Row::requirement));
            assertThat(summary("category", date, unit)).isEqualTo(counted(pairs, this::category));
            assertThat(summary("competence", date, unit)).isEqualTo(counted(pairs, this::competence));
            assertThat(summary("position", date, unit)).isEqualTo(counted(pairs, inPosts(date, unit, "position_code")));
            assertThat(summary("leaderLevel", date, unit))
                    .isEqualTo(counted(pairs, inPosts(date, unit, "leader_level")));
            assertThat(summary("unit", date, unit)).isEqualTo(countedByUnit(date, unit));
            assertThat(trend(date, unit)).isEqualTo(Counted.of(pairs));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-400, 0, 200})
    void theOverviewShowsWhatIsExported(int days) throws Exception {
        LocalDate date = SmallTown.TODAY.plusDays(days);
        Counted counted = Counted.of(headline(pairs(date, "")));
        Map<String, Counted> byRequirement = counted(headline(pairs(date, "")), Row::requirement);

        Browsers.use(1280, 900, context -> {
            Page page = open(context, "/planlegging?per=" + date);
            Locator cards = page.locator(".kb-figure");
            assertThat(perMille(cards.nth(0).locator(".kb-figure__value"))).isEqualTo(counted.perMille());
            assertThat(numbers(cards.nth(0).locator(".kb-fine")))
                    .containsExactly(counted.covered(), counted.pairs() - counted.exempt());
            assertThat(numbers(cards.nth(1))).containsExactly(counted.fullyCovered(), counted.employees());
            assertThat(numbers(cards.nth(2))).containsExactly(counted.lapsed(), counted.due());
            assertThat(numbers(cards.nth(3).locator(".kb-figure__value"))).containsExactly(counted.expiring());
            assertThat(numbers(page.locator(".kb-leftout").first()))
                    .isEqualTo(counted.exempt() == 0 ? List.of() : List.of(counted.exempt()));

            Locator months = page.locator("#trend-table tbody tr");
            assertThat(months.count()).isEqualTo(37);
            for (int month : List.of(0, 11, 24, 36)) {
                assertThat(perMille(months.nth(month).locator("td")))
                        .isEqualTo(Counted.of(headline(pairs(date.plusMonths(month - 24), "")))
                                .perMille());
            }

            Map<String, String> unitsByName = unitsByName();
            page.locator("section[aria-labelledby=units] li").all().forEach(row -> {
                String unit = unitsByName.get(row.locator("a").textContent());
                assertThat(perMille(row.locator(".kb-bar__percent")))
                        .isEqualTo(Counted.of(headline(pairs(date, unit))).perMille());
            });
            page.locator("section[aria-labelledby=requirements] li").all().forEach(row -> {
                Counted requirement = byRequirement.get(
                        requirementsByName().get(row.locator("a").textContent()));
                assertThat(perMille(row.locator(".kb-bar__percent"))).isEqualTo(requirement.perMille());
                assertThat(numbers(row.locator(".kb-fine"))).containsExactly(requirement.lapsed());
            });
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {-400, 0, 200})
    void theGapPageShowsWhatIsExported(int days) throws Exception {
        LocalDate date = SmallTown.TODAY.plusDays(days);
        Browsers.use(1280, 900, context -> {
            Page page = context.newPage();
            for (String unit : List.of("K", "HO")) {
                List<Row> pairs = headline(pairs(date, unit));
                gap(page, date, unit, "requirement", keyed(counted(pairs, Row::requirement), this::requirementName));
                gap(page, date, unit, "category", keyed(counted(pairs, this::category), this::categoryName));
                gap(
                        page,
                        date,
                        unit,
                        "position",
                        keyed(counted(pairs, inPosts(date, unit, "position_code")), this::positionName));
                gap(
                        page,
                        date,
                        unit,
                        "leaderLevel",
                        keyed(
                                counted(pairs, inPosts(date, unit, "leader_level")),
                                level -> level.isEmpty() ? "Ikke leder" : "Ledernivå " + level));
                Map<String, Counted> below = new HashMap<>();
                children(unit).forEach((code, name) -> below.put(name, Counted.of(headline(pairs(date, code)))));
                gap(page, date, unit, "unit", below);
            }
        });
    }

    private void gap(Page page, LocalDate date, String unit, String by, Map<String, Counted> expected) {
        open(page, "/planlegging/gap?enhet=" + unit + "&etter=" + by + "&per=" + date);
        Counted total = Counted.of(headline(pairs(date, unit)));
        Locator totals = page.locator(".kb-total__value");
        assertThat(perMille(totals.nth(0))).isEqualTo(total.perMille());
        assertThat(numbers(totals.nth(1))).containsExactly(total.lapsed());

        Map<String, List<Long>> shown = new TreeMap<>();
        page.locator(".kb-table--gap tbody tr").all().forEach(row -> {
            List<Long> figures = numbers(row.locator("td:not(:nth-child(2))"));
            figures.addFirst(perMille(row.locator(".kb-bar__percent")));
            shown.put(row.locator("th").textContent().strip(), figures);
        });
        Map<String, List<Long>> counted = new TreeMap<>();
        expected.forEach((name, row) -> counted.put(
                name,
                List.of(row.perMille(), row.lapsed(), row.due(), row.expiring(), row.fullyCovered(), row.employees())));
        assertThat(shown).as("%s by %s on %s", unit, by, date).isEqualTo(counted);
    }

    /** By CSV, after the same by lines of JSON. */
    private List<Row> pairs(LocalDate date, String unit) {
        return exported.computeIfAbsent(
                "/coverage?asOf=" + date + (unit.isEmpty() ? "" : "&unit=" + unit), this::pairs);
    }

    private List<Row> pairs(String call) {
        List<Row> lines = export(call, "application/x-ndjson")
                .map(json::readTree)
                .map(line -> new Row(
                        line.path("employee_no").asString(),
                        line.path("requirement").asString(),
                        line.path("status").asString()))
                .toList();
        List<Row> csv = export(call, "text/csv")
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(fields -> new Row(fields[0], fields[1], fields[2]))
                .toList();
        assertThat(csv).isEqualTo(lines);
        return csv;
    }

    private Stream<String> export(String call, String format) {
        Answer answer = call(token, request -> request.uri(uri(call)).header("Accept", format));
        assertThat(answer.status()).isEqualTo(200);
        return answer.http().body().lines();
    }

    private Map<String, Counted> summary(String by, LocalDate date, String unit) {
        JsonNode rows = get(
                        token, "/coverage/summary?by=" + by + "&asOf=" + date + (unit.isEmpty() ? "" : "&unit=" + unit))
                .body();
        Map<String, Counted> summary = new TreeMap<>();
        rows.values().forEach(row -> summary.put(row.path("key").asString(), Counted.of(row)));
        assertThat(summary).hasSize(rows.size());
        return summary;
    }

    private Counted trend(LocalDate date, String unit) {
        JsonNode points = get(
                        token,
                        "/coverage/trend?step=day&from=" + date.minusDays(1) + "&to=" + date
                                + (unit.isEmpty() ? "" : "&unit=" + unit))
                .body();
        assertThat(points.path(1).path("date").asString()).isEqualTo(date.toString());
        return Counted.of(points.path(1));
    }

    private static Map<String, Counted> counted(List<Row> pairs, Function<Row, String> key) {
        Map<String, Counted> counted = new TreeMap<>();
        pairs.stream().collect(Collectors.groupingBy(key)).forEach((row, rows) -> counted.put(row, Counted.of(rows)));
        return counted;
    }

    private Map<String, Counted> countedByUnit(LocalDate date, String unit) {
        Map<String, Counted> counted = new TreeMap<>();
        children(unit).keySet().forEach(child -> counted.put(child, Counted.of(pairs(date, child))));
        return counted;
    }

    private static Map<String, Counted> keyed(Map<String, Counted> rows, Function<String, String> name) {
        Map<String, Counted> named = new HashMap<>();
        rows.forEach((key, row) -> named.put(name.apply(key), row));
        return named;
    }

    private List<Row> headline(List<Row> pairs) {
        return pairs.stream()
                .filter(row ->
                        HEADLINE.contains(catalogue.get(row.requirement()).category()))
                .toList();
    }

    private String category(Row row) {
        return catalogue.get(row.requirement()).category().name();
    }

    private String competence(Row row) {
        return ((OfPeople) catalogue.get(row.requirement()).demand())
                .competence()
                .value();
    }

    private String categoryName(String category) {
        return messages.getMessage("coverage.category." + category, null, Locale.of("nb"));
    }

    private String requirementName(String code) {
        return catalogue.get(code).name().in("nb");
    }

    private Map<String, String> requirementsByName() {
        return catalogue.keySet().stream().collect(Collectors.toMap(this::requirementName, Function.identity()));
    }

    private Map<String, String> unitsByName() {
        return town.municipality()
                .in(() -> units.tree().all().stream()
                        .collect(Collectors.toMap(
                                each -> each.name(), each -> each.code().value())));
    }

    /** Codes and names of the units directly below, or of the topmost. */
    private Map<String, String> children(String unit) {
        return town.municipality()
                .in(() -> units.tree().all().stream()
                        .filter(each ->
                                each.parent().map(Object::toString).orElse("").equals(unit))
                        .collect(Collectors.toMap(each -> each.code().value(), each -> each.name())));
    }

    /** What the posts say that people have on the date; nobody has two that say different things. */
    private Function<Row, String> inPosts(LocalDate date, String unit, String column) {
        Map<String, String> posts = new HashMap<>();
        town.municipality()
                .in(() -> transactions.execute(status -> {
                    jdbc.sql("select distinct employee_no, coalesce(" + column
                                    + ", '') from employment natural join employee"
                                    + " where valid_from <= :date and (valid_until is null or valid_until > :date)")
                            .param("date", date)
                            .query(row -> {
                                assertThat(posts.put(row.getString(1), row.getString(2)))
                                        .as("posts in " + unit)
                                        .isNull();
                            });
                    return 0;
                }));
        return row -> posts.get(row.employee());
    }

    private String positionName(String code) {
        return town.municipality()
                .in(() -> transactions.execute(
                        status -> jdbc.sql("select distinct coalesce(position_title, position_code) from employment"
                                        + " where position_code = :code")
                                .param("code", code)
                                .query(String.class)
                                .single()));
    }

    private Page open(BrowserContext context, String path) {
        Page page = context.newPage();
        open(page, path);
        return page;
    }

    private void open(Page page, String path) {
        page.navigate(
                "http://localhost:" + port + "/test/sign-in?employer="
                        + town.municipality().id() + "&employee=" + town.hr() + "&til="
                        + URLEncoder.encode(path, StandardCharsets.UTF_8),
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
    }

    /** The whole numbers in the texts, spaces within them left out. */
    private static List<Long> numbers(Locator texts) {
        return texts.allTextContents().stream()
                .flatMap(text -> NUMBER.matcher(text.replaceAll("(?<=\\d)[\\u00a0\\u202f](?=\\d)", ""))
                        .results())
                .map(MatchResult::group)
                .map(Long::valueOf)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static long perMille(Locator percent) {
        String text = percent.textContent().replaceAll("[\\s\\u00a0\\u202f%]", "");
        if (text.equals("–")) {
            return -1;
        }
        long[] parts = Arrays.stream(text.split(",")).mapToLong(Long::parseLong).toArray();
        return 10 * parts[0] + (parts.length > 1 ? parts[1] : 0);
    }
}
