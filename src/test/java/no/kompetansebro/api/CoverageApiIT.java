package no.kompetansebro.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.Catalogue;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.TargetGroup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Each call about coverage, over HTTP, on a small municipality whose every figure can be counted by hand. */
class CoverageApiIT extends ApiCalls {

    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final String ON = "asOf=2026-06-15";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationContext beans;

    Municipality fjordvik;
    String token;

    /** Kari, 07110: covered; Ola, 7110: expired; Per, 200: teacher, not subject to first aid; Liv, 300: leads. */
    @BeforeEach
    void aSmallMunicipality() {
        fjordvik = new Municipality(jdbc, transactions);
        token = Clients.reader(fjordvik, jdbc);
        fjordvik.unit("kommune", null);
        fjordvik.unit("helse", "kommune");
        fjordvik.unit("hjemme", "helse");
        fjordvik.unit("skole", "kommune");
        catalogue();
        EmployeeId kari = fjordvik.employee("07110");
        fjordvik.employment(kari, "hjemme", START, null);
        fjordvik.result(kari, "first-aid", LocalDate.of(2025, 12, 1));
        EmployeeId ola = fjordvik.employee("7110");
        fjordvik.employment(ola, "hjemme", START, null);
        fjordvik.result(ola, "first-aid", LocalDate.of(2024, 1, 10));
        EmployeeId per = fjordvik.employee("200");
        fjordvik.employment(per, "skole", "7963", null, null, START, null);
        EmployeeId liv = fjordvik.employee("300");
        fjordvik.leader(liv, "helse", START, null);
        fjordvik.exemption(liv, "first-aid-in-care", START, null);
    }

    private void catalogue() {
        new Catalogue()
                .course("first-aid", new ValidityPolicy.Months(24))
                .course("ethics", ValidityPolicy.FOREVER)
                .requirement(
                        "first-aid-in-care",
                        "first-aid",
                        Category.STATUTORY,
                        new TargetGroup.InUnit(new UnitCode("helse")),
                        90)
                .requirement("ethics-for-all", "ethics", Category.RECOMMENDED, TargetGroup.EVERYONE, 0)
                .minimum("two-in-home-care", "first-aid", "hjemme", 2)
                .unitDuty("ethics-review", "ethics", new ValidityPolicy.EndOfYear(1), "helse", "skole")
                .of(fjordvik, beans);
    }

    @Test
    void givesThePairsOfADate() {
        JsonNode body =
                get("/coverage?" + ON + "&requirement=first-aid-in-care").body();

        assertThat(body.path("items").toString()).isEqualTo("""
                [{"employee_no":"07110","requirement":"first-aid-in-care","status":"COVERED","deadline":"2020-03-31",\
                "held_from":"2025-12-01","held_until":"2027-12-01","next_change":"2027-09-02"},\
                {"employee_no":"300","requirement":"first-aid-in-care","status":"EXEMPT","deadline":"2020-03-31",\
                "held_from":null,"held_until":null,"next_change":null},\
                {"employee_no":"7110","requirement":"first-aid-in-care","status":"EXPIRED","deadline":"2020-03-31",\
                "held_from":null,"held_until":null,"next_change":null}]""");
        assertThat(body.has("next")).isTrue();
        assertThat(body.get("next").isNull()).isTrue();
    }

    @Test
    void comparesCodesExactly() {
        assertThat(employees("/coverage?" + ON + "&employee=7110")).containsOnly("7110");
        assertThat(employees("/coverage?" + ON + "&employee=07110")).containsOnly("07110");
        assertRefused("/coverage?employee=007110", "employee");
        assertRefused("/coverage?unit=Helse", "unit");
    }

    @Test
    void leavesOutWhatIsNotAskedFor() {
        assertThat(employees("/coverage?" + ON + "&unit=skole")).containsExactly("200");
        assertThat(employees("/coverage?" + ON + "&unit=hjemme&requirement=first-aid-in-care"))
                .containsExactly("07110", "7110");
        assertThat(employees("/coverage?" + ON + "&status=EXEMPT,EXPIRED")).containsExactly("300", "7110");
        assertThat(employees("/coverage?" + ON + "&status=DUE")).isEmpty();
        assertThat(employees("/coverage?asOf=2019-12-31")).isEmpty();
        assertThat(employees("/coverage?" + ON + "&requirement=ethics-review")).isEmpty();
    }

    @Test
    void streamsTheSamePairsAsCsvAndAsLines() {
        String query = "/coverage?" + ON + "&plan=include";
        JsonNode items = get(query).body().path("items");
        Answer lines = getAs(query, "application/x-ndjson");
        Answer csv = getAs(query, "text/csv");

        assertThat(lines.contentType()).startsWith("application/x-ndjson");
        assertThat(lines.http().body().lines().map(json::readTree)).containsExactlyElementsOf(items);
        assertThat(csv.contentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.http().body())
                .startsWith("employee_no,requirement,status,deadline,held_from,held_until,next_change\r\n"
                        + "07110,ethics-for-all,OVERDUE,2020-01-01,,,\r\n"
                        + "07110,first-aid-in-care,COVERED,2020-03-31,2025-12-01,2027-12-01,2027-09-02\r\n");
        assertThat(csv.http().body().lines()).hasSize(items.size() + 1);
    }

    @Test
    void refusesAFormatItDoesNotHaveAsAProblem() {
        Answer answer = getAs("/coverage", "application/pdf");

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(getAs("/coverage", "text/html, */*;q=0.8").contentType()).startsWith("application/json");
        assertRefused(getAs("/coverage?unit=nowhere", "text/csv"), "unit");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, 8, 1000})
    void givesEveryPairOnceOverThePages(int limit) {
        List<String> paged = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            String query = "/coverage?limit=" + limit + "&" + ON;
            JsonNode page =
                    get(query + cursor.map(c -> "&cursor=" + c).orElse("")).body();
            assertThat(page.path("items").size()).isLessThanOrEqualTo(limit);
            page.path("items").forEach(item -> paged.add(item.toString()));
            cursor = Optional.of(page.get("next")).filter(JsonNode::isString).map(JsonNode::asString);
        } while (cursor.isPresent());

        List<String> all = new ArrayList<>();
        get("/coverage?" + ON).body().path("items").forEach(item -> all.add(item.toString()));
        assertThat(paged).hasSize(7).isEqualTo(all);
    }

    @Test
    void givesEveryPairOnceOverThePagesWhileFactsChange() {
        List<String> before = keysOfPairs(get("/coverage?" + ON).body());
        List<String> paged = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            String query = "/coverage?limit=1&" + ON;
            JsonNode page =
                    get(query + cursor.map(c -> "&cursor=" + c).orElse("")).body();
            paged.addAll(keysOfPairs(page));
            cursor = Optional.of(page.get("next")).filter(JsonNode::isString).map(JsonNode::asString);
            factsChange(paged.size());
        } while (cursor.isPresent());

        assertThat(before).hasSize(7);
        assertThat(paged).doesNotHaveDuplicates().isSorted().containsSubsequence(before);
        assertThat(paged).contains("99 ethics-for-all").doesNotContain("01 ethics-for-all");
    }

    /** Somebody comes whose place has been passed, and somebody whose place has not; and everybody completes a course. */
    private void factsChange(int page) {
        if (page == 2) {
            fjordvik.employment(fjordvik.employee("01"), "skole", START, null);
            fjordvik.employment(fjordvik.employee("99"), "skole", START, null);
        }
        fjordvik.sql(
                "insert into result (employer_id, source, external_id, employee_id, item, achieved_on, recorded_at)"
                        + " select :e, 'test', employee_no || ?, employee_id, 'first-aid', date '2026-06-01', now()"
                        + " from employee",
                "-" + page);
    }

    private static List<String> keysOfPairs(JsonNode page) {
        return page.path("items").values().stream()
                .map(item -> item.path("employee_no").asString() + " "
                        + item.path("requirement").asString())
                .toList();
    }

    @Test
    void keepsTheDateOfTheFirstPageAndRefusesForgedCursors() {
        String cursor = get("/coverage?limit=1&" + ON).body().get("next").asString();

        assertThat(get("/coverage?limit=1&cursor=" + cursor).status()).isEqualTo(200);
        assertRefused("/coverage?asOf=2026-06-16&cursor=" + cursor, "cursor");
        assertRefused("/coverage?cursor=abc", "cursor");
        assertRefused("/coverage?cursor=", "cursor");
        assertRefused("/coverage?cursor=%00", "cursor");
    }

    @ParameterizedTest
    @CsvSource({
        "unit, /coverage?unit=nowhere",
        "unit, /coverage/summary?by=unit&unit=nowhere",
        "unit, /coverage/minimums?unit=nowhere",
        "unit, /coverage/unit-duties?unit=nowhere",
        "unit, /coverage/trend?from=2026-01-01&to=2026-02-01&unit=nowhere",
        "unit, /coverage/gap-days?from=2026-01-01&to=2026-02-01&unit=nowhere",
        "requirement, /coverage?requirement=nothing",
        "requirement, /coverage/trend?from=2026-01-01&to=2026-02-01&requirement=nothing",
        "requirement, /coverage/gap-days?from=2026-01-01&to=2026-02-01&requirement=nothing",
        "requirement, /coverage/explanation?employee=200&requirement=nothing",
        "requirement, /coverage/explanation?employee=200",
        "employee, /coverage?employee=nobody",
        "employee, /coverage/explanation?employee=nobody&requirement=ethics-for-all",
        "employee, /coverage/explanation?requirement=ethics-for-all",
        "asOf, /coverage?asOf=2201-01-01",
        "asOf, /coverage/summary?by=unit&asOf=1899-12-31",
        "asOf, /coverage/minimums?asOf=2026-02-30",
        "asOf, /coverage/unit-duties?asOf=tomorrow",
        "asOf, /coverage/explanation?employee=200&requirement=ethics-for-all&asOf=2201-01-01",
        "asOf, /coverage?asOf=0000-01-01",
        "asOf, /coverage/summary?by=unit&asOf=2201-01-01",
        "asOf, /coverage/minimums?asOf=1899-12-31",
        "asOf, /coverage/unit-duties?asOf=2201-01-01",
        "from, /coverage/trend?from=1899-12-31&to=2026-02-01",
        "to, /coverage/trend?from=2026-01-01&to=2201-01-01",
        "from, /coverage/gap-days?from=1899-12-31&to=2026-02-01",
        "to, /coverage/gap-days?from=2026-01-01&to=2201-01-01",
        "requirement, /coverage/summary?by=unit&requirement=ethics-for-all",
        "by, /coverage/summary",
        "by, /coverage/summary?by=leader_level",
        "status, /coverage?status=covered",
        "plan, /coverage?plan=exclude",
        "limit, /coverage?limit=1001",
        "limit, /coverage?limit=0",
        "employe, /coverage?employe=200",
        "employee, /coverage/summary?by=unit&employee=200",
        "from, /coverage/trend?to=2026-02-01",
        "to, /coverage/trend?from=2026-02-01",
        "from, /coverage/trend?from=2026-02-02&to=2026-02-01",
        "from, /coverage/gap-days?from=2026-02-02&to=2026-02-01",
        "step, /coverage/trend?from=2026-01-01&to=2026-02-01&step=year",
        "step, /coverage/trend?from=1900-01-01&to=2200-12-31&step=day"
    })
    void namesTheParameterThatItRefuses(String parameter, String call) {
        assertRefused(call, parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/coverage?asOf=",
                "/coverage/summary?by=unit&asOf=",
                "/coverage/minimums?asOf=",
                "/coverage/unit-duties?asOf=",
                "/coverage/trend?to=2200-12-31&from=",
                "/coverage/gap-days?to=2200-12-31&from="
            })
    void answersAboutTheFirstAndTheLastDateThatCanBeAsked(String call) {
        assertThat(get(call + "1900-01-01").status()).isEqualTo(200);
        assertThat(get(call + "2200-12-31").status()).isEqualTo(200);
    }

    @Test
    void sumsUpByUnitWithAllBelowIt() {
        assertThat(get("/coverage/summary?by=unit&unit=kommune&" + ON).body().toString())
                .isEqualTo("""
                        [{"key":"helse","name":"helse","pairs":6,"covered":1,"expiring":0,"due":0,"overdue":3,\
                        "expired":1,"exempt":1,"coverage":0.2,"employees":3,"fully_covered":0},\
                        {"key":"skole","name":"skole","pairs":1,"covered":0,"expiring":0,"due":0,"overdue":1,\
                        "expired":0,"exempt":0,"coverage":0.0,"employees":1,"fully_covered":0}]""");
        assertThat(keys("unit&" + ON)).containsExactly("kommune");
        assertThat(keys("unit&unit=hjemme&" + ON)).isEmpty();
    }

    @Test
    void leavesCoverageUndefinedWhereThereIsNothingToCover() {
        JsonNode helse = get("/coverage/summary?by=unit&unit=kommune&asOf=2019-12-31")
                .body()
                .path(0);

        assertThat(helse.path("pairs").asInt()).isZero();
        assertThat(helse.get("coverage").isNull()).isTrue();
    }

    @Test
    void sumsUpByEverythingElse() {
        assertThat(keys("requirement&" + ON)).containsExactly("ethics-for-all", "first-aid-in-care");
        assertThat(keys("competence&" + ON)).containsExactly("ethics", "first-aid");
        assertThat(keys("position&" + ON)).containsExactly("7170", "7451", "7963");
        assertThat(keys("category&" + ON)).containsExactly("RECOMMENDED", "STATUTORY");
        assertThat(keys("leaderLevel&" + ON)).containsExactly("", "3");
        assertThat(get("/coverage/summary?by=requirement&" + ON)
                        .body()
                        .path(1)
                        .path("name")
                        .asString())
                .isEqualTo("Krav first-aid-in-care");
    }

    @Test
    void followsCoverageOverTimeInStepsCountedFromTheStart() {
        String call = "/coverage/trend?requirement=first-aid-in-care&unit=hjemme";
        JsonNode months =
                get(call + "&from=2025-10-31&to=2026-02-28&step=month").body();
        JsonNode days = get(call + "&from=2026-01-09&to=2026-01-10&step=day").body();

        assertThat(months.values().stream().map(point -> point.path("date").asString()))
                .containsExactly("2025-10-31", "2025-11-30", "2025-12-31", "2026-01-31", "2026-02-28");
        assertThat(months.values().stream().map(point -> point.path("covered").asInt()))
                .containsExactly(1, 1, 2, 1, 1);
        assertThat(months.values().stream().map(point -> point.path("expiring").asInt()))
                .containsExactly(1, 1, 1, 0, 0);
        assertThat(days.values().stream().map(point -> point.path("expired").asInt()))
                .containsExactly(0, 1);
        assertThat(get(call + "&from=2026-01-01&to=2026-01-15&step=week").body().size())
                .isEqualTo(3);
        assertThat(days.path(1).propertyNames())
                .containsExactly(
                        "date",
                        "pairs",
                        "covered",
                        "expiring",
                        "due",
                        "overdue",
                        "expired",
                        "exempt",
                        "coverage",
                        "employees",
                        "fully_covered");
    }

    @Test
    void countsGapDaysWithBothEndsIncluded() {
        String call = "/coverage/gap-days?requirement=first-aid-in-care";

        assertThat(get(call + "&from=2026-01-01&to=2026-01-31").body().toString())
                .isEqualTo("[{\"employee_no\":\"7110\",\"requirement\":\"first-aid-in-care\",\"gap_days\":22}]");
        assertThat(get(call + "&from=2026-01-09&to=2026-01-09").body().size()).isZero();
        assertThat(get(call + "&from=2026-01-10&to=2026-01-10")
                        .body()
                        .path(0)
                        .path("gap_days")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void tellsHowMinimumsStand() {
        assertThat(get("/coverage/minimums?asOf=2025-12-01").body().toString()).isEqualTo("""
                [{"requirement":"two-in-home-care","unit":"hjemme","required":2,"holders":2,"status":"AT_RISK",\
                "at_risk_on":"2026-01-10"}]""");
        assertThat(get("/coverage/minimums?unit=hjemme&" + ON)
                        .body()
                        .path(0)
                        .path("status")
                        .asString())
                .isEqualTo("NOT_MET");
        assertThat(get("/coverage/minimums?unit=skole&" + ON).body().size()).isZero();
    }

    @Test
    void tellsHowUnitsStandToTheirDuties() {
        fjordvik.sql("insert into unit_result (employer_id, source, external_id, unit_code, item, achieved_on,"
                + " recorded_at) values (:e, 'test', '1', 'helse', 'ethics', date '2025-11-03', now())");

        JsonNode duties = get("/coverage/unit-duties?asOf=2026-12-31").body();

        assertThat(duties.path(0).toString()).isEqualTo("""
                {"requirement":"ethics-review","unit":"helse","status":"EXPIRING","deadline":null,\
                "held_from":"2025-11-03","held_until":"2027-01-01","next_change":"2027-01-01"}""");
        assertThat(duties.path(1).path("unit").asString()).isEqualTo("skole");
        assertThat(duties.path(1).path("status").asString()).isEqualTo("OVERDUE");
        assertThat(get("/coverage/unit-duties?unit=hjemme").body().size()).isZero();
    }

    @Test
    void explainsAPair() {
        JsonNode tree = get("/coverage/explanation?employee=7110&requirement=first-aid-in-care&" + ON)
                .body();

        assertThat(tree.path("status").asString()).isEqualTo("EXPIRED");
        assertThat(tree.path("employments").path(0).path("unit").asString()).isEqualTo("hjemme");
        assertThat(tree.path("employments")
                        .path(0)
                        .path("target_group")
                        .path("unit")
                        .asString())
                .isEqualTo("helse");
        assertThat(tree.path("rules")
                        .path(0)
                        .path("criterion")
                        .path("results")
                        .path(0)
                        .path("achieved_on")
                        .asString())
                .isEqualTo("2024-01-10");
        assertThat(tree.path("next_steps").toString()).isEqualTo("[\"first-aid\"]");
    }

    @Test
    void answersThatThereIsNothingToExplainToSomebodyNotSubject() {
        Answer answer = get("/coverage/explanation?employee=200&requirement=first-aid-in-care&" + ON);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("not-subject");
    }

    @Test
    void keepsTwoEmployersWithTheSameCodesApart() {
        Municipality sandvik = new Municipality(jdbc, transactions);
        sandvik.unit("helse", null);
        sandvik.unit("havna", "helse");
        sandvik.employment(sandvik.employee("7110"), "helse", START, null);
        new Catalogue()
                .course("ethics", ValidityPolicy.FOREVER)
                .requirement("ethics-for-all", "ethics", Category.MANDATORY, TargetGroup.EVERYONE, 0)
                .of(sandvik, beans);
        String other = Clients.reader(sandvik, jdbc);

        assertThat(get(other, "/coverage?" + ON).body().path("items").size()).isEqualTo(1);
        assertThat(get("/coverage?" + ON).body().path("items").size()).isEqualTo(7);
        assertRefused(get(other, "/coverage?employee=300"), "employee");
        assertRefused(get(other, "/coverage?requirement=first-aid-in-care"), "requirement");
        assertRefused("/coverage?unit=havna", "unit");
        assertThat(get(other, "/coverage?unit=havna").status()).isEqualTo(200);
    }

    @Test
    void reflectsWhatWasCommittedJustBefore() {
        EmployeeId ny = fjordvik.employee("400");
        IntStream.range(0, 20).forEach(i -> {
            String before = get("/coverage/summary?by=category&" + ON).body().toString();
            fjordvik.employment(ny, "skole", "7000" + i, null, null, LocalDate.of(2021 + i % 5, 1, 1 + i), null);
            assertThat(keys("position&" + ON)).contains("7000" + i);
            fjordvik.result(ny, "ethics", LocalDate.of(2026, 1, 1).minusDays(i));
            assertThat(get("/coverage/summary?by=category&" + ON).body().toString())
                    .satisfies(
                            after -> assertThat(i > 0 || !after.equals(before)).isTrue());
        });
    }

    private Answer get(String path) {
        return get(token, path);
    }

    private Answer getAs(String path, String accept) {
        return call(token, request -> request.uri(uri(path)).header("Accept", accept));
    }

    private List<String> employees(String path) {
        return get(path).body().path("items").values().stream()
                .map(item -> item.path("employee_no").asString())
                .distinct()
                .toList();
    }

    private List<String> keys(String by) {
        return get("/coverage/summary?by=" + by).body().values().stream()
                .map(row -> row.path("key").asString())
                .toList();
    }

    private void assertRefused(String path, String parameter) {
        assertRefused(get(path), parameter);
    }

    private static void assertRefused(Answer answer, String parameter) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.body().path("parameter").asString()).isEqualTo(parameter);
    }
}
