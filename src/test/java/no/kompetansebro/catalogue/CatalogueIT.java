package no.kompetansebro.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.kompetansebro.imports.Turn;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirements;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The example of interfaces.md, what is refused of it when one thing in it is wrong, and what facts hold on to. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
class CatalogueIT {

    static final String EXAMPLE = example();

    final EmployerId fjordvik = new EmployerId(UUID.randomUUID());
    final EmployerId neighbour = new EmployerId(UUID.randomUUID());
    final UUID kari = UUID.randomUUID();

    @Autowired
    Catalogue catalogue;

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    Requirements requirements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    static String example() {
        try {
            return new ClassPathResource("catalogue/example.yaml").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void twoEmployersWithUnits() {
        for (EmployerId employer : List.of(fjordvik, neighbour)) {
            jdbc.sql("insert into employer (employer_id, code, name) values (:id, :code, 'x')")
                    .param("id", employer.value())
                    .param("code", "e" + employer)
                    .update();
        }
        run(fjordvik, """
                insert into unit (employer_id, unit_code, name, kind)
                values (current_employer(), 'helse', 'Helse', null), (current_employer(), 'psykisk-helse', 'P', 'skole')
                """);
        run(neighbour, "insert into unit (employer_id, unit_code, name) values (current_employer(), 'nabo', 'Nabo')");
        run(
                fjordvik,
                "insert into employee (employer_id, employee_id, employee_no, given_name, family_name)"
                        + " values (current_employer(), '" + kari + "', '1', 'Kari', 'Nes')");
    }

    @Test
    void takesTheExampleAndTheSecondTimeChangesNothing() {
        var first = (Replacement.Done) put(EXAMPLE);
        var second = (Replacement.Done) put(EXAMPLE);

        assertThat(first.competences().created()).containsOnly("first-aid", "kid", "norwegian", "safety");
        assertThat(first.requirements().created()).hasSize(4);
        assertThat(second.competences().unchanged()).hasSize(4);
        assertThat(List.of(
                        second.scales(),
                        second.competences(),
                        second.items(),
                        second.awardRules(),
                        second.requirements()))
                .allSatisfy(changes -> assertThat(changes.changed()).isEmpty());
    }

    @Test
    void givesADocumentThatChangesNothing() {
        put(EXAMPLE);
        List<Requirement> before = in(fjordvik, requirements::all);
        String document = in(fjordvik, catalogue::document);

        var again = (Replacement.Done) put(document);

        assertThat(again.items().changed()).isEmpty();
        assertThat(again.requirements().changed()).isEmpty();
        assertThat(in(fjordvik, requirements::all)).isEqualTo(before);
        assertThat(in(fjordvik, catalogue::document)).isEqualTo(document);
        assertThat(document).contains("code: \"07110\"", "validFrom: 2024-01-01", "levels: [A1, A2, B1, B2, C1, C2]");
    }

    @Test
    void keepsTheModulesOfTheLeadershipSchoolInTheirOrder() {
        String items = "items: [{code: a, name: A, kind: MODULE}, {code: b, name: B, kind: MODULE}]\n";

        assertThat(put(items + "leadershipSchool: {modules: [b, a]}")).isInstanceOf(Replacement.Done.class);
        String document = in(fjordvik, catalogue::document);
        assertThat(document).contains("leadershipSchool:").containsSubsequence("modules:", "b", "a");
        assertThat(put(document)).isInstanceOf(Replacement.Done.class);
        assertThat(in(fjordvik, catalogue::document)).isEqualTo(document);
        put(items);
        assertThat(in(fjordvik, catalogue::document)).doesNotContain("leadershipSchool");
    }

    @ParameterizedTest
    @CsvSource({
        "'{modules: [a, c]}', leadershipSchool.modules[1], unknown item",
        "'{modules: [a, a]}', leadershipSchool.modules[1], is given twice",
        "'{modules: []}', leadershipSchool.modules, must not be empty",
        "'{module: [a]}', leadershipSchool.module, unknown field",
        "'{}', leadershipSchool.modules, is missing",
        "'[a]', leadershipSchool, must be a mapping",
    })
    void refusesALeadershipSchoolThatIsNone(String school, String path, String message) {
        var result = put("items: [{code: a, name: A, kind: MODULE}]\nleadershipSchool: " + school);

        assertThat(errors(result))
                .anySatisfy(error ->
                        assertThat(error.path() + " " + error.message()).startsWith(path + " " + message));
    }

    @Test
    void takesADifferentOrder() {
        put("items: [{code: a, name: A, kind: COURSE}, {code: b, name: B, kind: COURSE}]");
        put("items: [{code: b, name: B, kind: COURSE}, {code: a, name: A, kind: COURSE}]");

        assertThat(in(fjordvik, catalogue::document)).containsSubsequence("code: b", "code: a");
    }

    @Test
    void callsARequirementWithoutANameAsItsCompetence() {
        put(EXAMPLE);

        assertThat(in(fjordvik, requirements::all).get(1).name().in("nb")).isEqualTo("KID-kurs");
    }

    @Test
    void replacesTheWholeCatalogue() {
        put(EXAMPLE);
        String without = EXAMPLE.replace("graceDays: 90", "graceDays: 60")
                .replace("  - {code: kid, name: KID-kurs, kind: SKILL}\n", "")
                .replaceAll("(?s)  - code: kid-minimum.*?count: 3}\n", "");

        var done = (Replacement.Done) put(without);

        assertThat(done.competences().removed()).containsExactly("kid");
        assertThat(done.requirements().removed()).containsExactly("kid-minimum");
        assertThat(done.requirements().updated()).containsExactly("first-aid-in-care");
        assertThat(in(fjordvik, requirements::all)).hasSize(3);
    }

    @Test
    void onlyChecksInADryRun() {
        assertThat(in(fjordvik, () -> catalogue.replace(bytes(EXAMPLE), true))).isInstanceOf(Replacement.Done.class);

        assertThat(in(fjordvik, requirements::all)).isEmpty();
    }

    @Test
    void leavesTheNeighboursCatalogueAlone() {
        put(EXAMPLE);
        in(neighbour, () -> catalogue.replace(bytes("{}"), false));

        assertThat(in(fjordvik, requirements::all)).hasSize(4);
        assertThat(in(neighbour, requirements::all)).isEmpty();
        assertThat(errors(in(neighbour, () -> catalogue.replace(bytes(EXAMPLE), false))))
                .extracting(CatalogueError::value)
                .contains("helse", "psykisk-helse", "skole");
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses(String what, String instead, String path, String message) {
        assertThat(EXAMPLE).contains(what);

        var result = put(EXAMPLE.replaceFirst(Pattern.quote(what), instead));

        assertThat(errors(result)).extracting(CatalogueError::path).contains(path);
        assertThat(errors(result))
                .filteredOn(e -> e.path().equals(path))
                .first()
                .satisfies(error -> assertThat(error.message()).contains(message));
        assertThat(in(fjordvik, requirements::all)).isEmpty();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                with("scales:", "scale:", "scale", "unknown field"),
                with("code: cefr,", "code: CEFR,", "scales[0].code", "is no code"),
                with("code: cefr,", "", "scales[0].code", "is missing"),
                with("levels: [A1, A2,", "levels: [A1, A1,", "scales[0].levels[1]", "twice"),
                with("levels: [A1, A2, B1, B2, C1, C2]", "levels: []", "scales[0].levels", "must not be empty"),
                with("levels: [A1, A2, B1, B2, C1, C2]", "levels: A1", "scales[0].levels", "must be a list"),
                with("code: kid,", "code: first-aid,", "competences[1].code", "twice"),
                with("code: kid,", "code: 'ki d',", "competences[1].code", "is no code"),
                with("code: kid,", "code: [],", "competences[1].code", "must be a text"),
                with("name: KID-kurs,", "", "competences[1].name", "is missing"),
                with("name: KID-kurs,", "name: '',", "competences[1].name", "must not be empty"),
                with("name: KID-kurs,", "name: {},", "competences[1].name", "must not be empty"),
                with("name: KID-kurs,", "name: {se: x},", "competences[1].name.se", "unknown field"),
                with("name: KID-kurs,", "name: {nb: ' '},", "competences[1].name.nb", "must not be empty"),
                with("name: KID-kurs,", "name: [KID],", "competences[1].name", "must be a mapping"),
                with("kind: SKILL", "kind: Skill", "competences[1].kind", "must be one of KNOWLEDGE"),
                with("kind: SKILL", "", "competences[1].kind", "is missing"),
                with("emphasis: [CORE, STRATEGIC]", "emphasis: CORE", "competences[0].emphasis", "must be a list"),
                with("emphasis: [CORE,", "emphasis: [CORAL,", "competences[0].emphasis[0]", "must be one of CORE"),
                with("scale: cefr", "scale: gers", "competences[2].scale", "unknown scale"),
                with("scales:", "scales: [", "", "not YAML"),
                with("validity: forever", "validity: never", "competences[3].validity", "must be forever"),
                with("validity: forever", "validity: {}", "competences[3].validity.months", "is missing"),
                with("validity: forever", "validity: {months: 0}", "competences[3].validity.months", "must be 1 to"),
                with("validity: forever", "validity: {months: 1.5}", "competences[3].validity.months", "whole number"),
                with("validity: forever", "validity: {years: 1}", "competences[3].validity.years", "unknown field"),
                with(
                        "validity: forever",
                        "validity: {months: 2, renewalWindowDays: 57}",
                        "competences[3].validity.renewalWindowDays",
                        "must be 0 to 56"),
                with(
                        "validity: forever",
                        "validity: {months: 2, renewalWindowDays: -1}",
                        "competences[3].validity.renewalWindowDays",
                        "must be 0 to 56"),
                with(
                        "validity: forever",
                        "validity: {months: 2, endOfYear: 1}",
                        "competences[3].validity.months",
                        "does not go with endOfYear"),
                with(
                        "validity: forever",
                        "validity: {endOfYear: -1}",
                        "competences[3].validity.endOfYear",
                        "must be 0 to"),
                with("kind: COURSE", "kind: LECTURE", "items[0].kind", "must be one of COURSE"),
                with("arena: CLASSROOM", "arena: CAR", "items[0].arena", "must be one of E_LEARNING"),
                with("hours: 4", "hours: -4", "items[0].hours", "must be 0 to"),
                with("hours: 4", "hours: four", "items[0].hours", "must be a number"),
                with("courseIdNumber: FH-01", "courseId: FH-01", "items[0].lms.courseId", "unknown field"),
                with("competence: first-aid\n    criterion", "criterion", "awardRules[0].competence", "is missing"),
                with(
                        "competence: first-aid\n    criterion",
                        "competence: second-aid\n    criterion",
                        "awardRules[0].competence",
                        "unknown competence"),
                with("competence: safety", "competence: safety\n    level: B1", "awardRules[1].level", "has no scale"),
                with("level: B1\n", "category: X\n", "awardRules[2].level", "is missing"),
                with("level: B1\n", "level: b1\n", "awardRules[2].level", "unknown level"),
                with(
                        "item: forstehjelp-kurs,",
                        "item: kurs,",
                        "awardRules[0].criterion.any[0].result.item",
                        "unknown item"),
                with("item: forstehjelp-kurs,", "", "awardRules[0].criterion.any[0].result.item", "is missing"),
                with("minScore: 80", "minScore: 101", "awardRules[0].criterion.any[0].result.minScore", "0 to 100"),
                with("minScore: 80", "minScore: -1", "awardRules[0].criterion.any[0].result.minScore", "0 to 100"),
                with("count: 2,", "count: 4,", "awardRules[0].criterion.any[2].atLeast.count", "must be 1 to 3"),
                with("count: 2,", "count: 0,", "awardRules[0].criterion.any[2].atLeast.count", "must be 1 to 3"),
                with("count: 2,", "", "awardRules[0].criterion.any[2].atLeast.count", "is missing"),
                with("{result: {item: a}},", "{},", "awardRules[0].criterion.any[2].atLeast.of[0]", "must have one of"),
                with(
                        "{result: {item: a}},",
                        "{result: {item: a}, all: [{result: {item: b}}]},",
                        "awardRules[0].criterion.any[2].atLeast.of[0]",
                        "of one kind"),
                with(
                        "{result: {item: a}},",
                        "{some: x},",
                        "awardRules[0].criterion.any[2].atLeast.of[0].some",
                        "unknown"),
                with("{result: {item: a}},", "{any: []},", "awardRules[0].criterion.any[2].atLeast.of[0].any", "empty"),
                with("{result: {item: a}},", "{all: []},", "awardRules[0].criterion.any[2].atLeast.of[0].all", "empty"),
                with("{result: {item: a}},", "a,", "awardRules[0].criterion.any[2].atLeast.of[0]", "must be a mapping"),
                with(
                        "hours: {atLeast: 40,",
                        "hours: {atLeast: 0,",
                        "awardRules[1].criterion.hours.atLeast",
                        "more than 0"),
                with("hours: {atLeast: 40,", "hours: {atLeast: -1,", "awardRules[1].criterion.hours.atLeast", "0 to"),
                with("items: [hms-1, hms-2]", "items: []", "awardRules[1].criterion.hours.items", "must not be empty"),
                with(
                        "items: [hms-1, hms-2]",
                        "items: [hms-3]",
                        "awardRules[1].criterion.hours.items[0]",
                        "unknown item"),
                with("withinMonths: 24", "withinMonths: 0", "awardRules[1].criterion.hours.withinMonths", "must be 1"),
                with("category: STATUTORY", "category: LAW", "requirements[0].category", "must be one of STATUTORY"),
                with("category: STATUTORY", "", "requirements[0].category", "is missing"),
                with("validFrom: 2024-01-01", "validFrom: 2024-02-30", "requirements[0].validFrom", "no day"),
                with("validFrom: 2024-01-01", "validFrom: 1.1.2024", "requirements[0].validFrom", "must be a date"),
                with("validFrom: 2024-01-01", "validFrom: 1899-12-31", "requirements[0].validFrom", "1900 to 2200"),
                with(
                        "validFrom: 2024-01-01",
                        "validFrom: 2024-01-01\n    validUntil: 2024-01-01",
                        "requirements[0].validUntil",
                        "must be after validFrom"),
                with("graceDays: 90", "graceDays: -1", "requirements[0].graceDays", "must be 0 to"),
                with("warningDays: 90", "warningDays: -1", "requirements[0].warningDays", "must be 0 to"),
                with("dueDate: 2027-01-01", "dueDate: soon", "requirements[2].dueDate", "must be a date"),
                with("unit: helse", "unit: nabo", "requirements[0].targetGroup.all[0].unit", "unknown unit"),
                with(
                        "{unit: helse}",
                        "{unit: helse, minFte: 2}",
                        "requirements[0].targetGroup.all[0]",
                        "must be of one kind, not of unit and minFte"),
                with("{unit: helse}", "{}", "requirements[0].targetGroup.all[0]", "must have one of"),
                with("{unit: helse}", "{units: [helse]}", "requirements[0].targetGroup.all[0].units", "unknown field"),
                with(
                        "position: [merkantil]",
                        "position: merkantil",
                        "requirements[0].targetGroup.all[1].not.position",
                        "must be a list"),
                with(
                        "position: [merkantil]",
                        "position: []",
                        "requirements[0].targetGroup.all[1].not.position",
                        "must not be empty"),
                with("minFte: 20", "minFte: -20", "requirements[0].targetGroup.all[2].minFte", "must be 0 to"),
                with("newHire: {months: 6}", "newHire: 6", "requirements[2].targetGroup.any[0].newHire", "a mapping"),
                with(
                        "newHire: {months: 6}",
                        "newHire: {months: 0}",
                        "requirements[2].targetGroup.any[0].newHire.months",
                        "must be 1 to"),
                with("hiredFrom: 2024", "hiredFrom: 1024", "requirements[2].targetGroup.any[1].hiredFrom", "1900"),
                with("role: verneombud", "role: ", "requirements[2].targetGroup.any[3]", "must have one of"),
                with("level: A2", "level: A0", "requirements[2].level", "unknown level"),
                with("level: A2", "", "requirements[2].level", "is missing"),
                with("count: 3}", "count: 0}", "requirements[1].minimum.count", "must be 1 to"),
                with("[psykisk-helse]", "[]", "requirements[1].minimum.units", "must not be empty"),
                with("[psykisk-helse]", "[ukjent]", "requirements[1].minimum.units[0]", "unknown unit"),
                with(
                        "count: 3}",
                        "count: 3}\n    graceDays: 10",
                        "requirements[1].graceDays",
                        "does not go with minimum"),
                with(
                        "count: 3}",
                        "count: 3}\n    dueDate: 2026-01-01",
                        "requirements[1].dueDate",
                        "does not go with minimum"),
                with("    competence: kid\n", "", "requirements[1].competence", "is missing"),
                with(
                        "unitKinds: [skole]",
                        "unitKinds: [skule]",
                        "requirements[3].unitDuty.unitKinds[0]",
                        "unknown kind"),
                with("units: [helse], unitKinds: [skole], ", "", "requirements[3].unitDuty.units", "is missing"),
                with("units: [helse], ", "units: [], ", "requirements[3].unitDuty.units", "must not be empty"),
                with("graceDays: 30", "competence: kid", "requirements[3].competence", "does not go with unitDuty"),
                with("graceDays: 30", "targetGroup: {unit: helse}", "requirements[3].targetGroup", "does not go with"),
                with(
                        "graceDays: 30",
                        "minimum: {units: [helse], count: 1}",
                        "requirements[3].minimum",
                        "does not go with unitDuty"),
                with(
                        ", criterion: {result: {item: c, validity: {endOfYear: 1}}}",
                        "",
                        "requirements[3].unitDuty.criterion",
                        "is missing"));
    }

    private static Arguments with(String what, String instead, String path, String message) {
        return Arguments.of(what, instead, path, message);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        var result = put(EXAMPLE.replace("kind: SKILL", "kind: SKILLS")
                .replace("minScore: 80", "minScore: 800")
                .replace("unit: helse", "unit: hælse"));

        assertThat(errors(result))
                .containsExactly(
                        new CatalogueError(
                                "competences[1].kind",
                                "SKILLS",
                                errors(result).getFirst().message()),
                        new CatalogueError("awardRules[0].criterion.any[0].result.minScore", "800", "must be 0 to 100"),
                        new CatalogueError("requirements[0].targetGroup.all[0].unit", "hælse", "unknown unit"));
    }

    @ParameterizedTest
    @CsvSource({
        "validity: forever, 'validity: {months: 2, renewalWindowDays: 56}'",
        "validity: forever, 'validity: {endOfYear: 0}'",
        "validity: forever, 'validity: null'",
        "minScore: 80, minScore: 0",
        "minScore: 80, minScore: 100.0",
        "'count: 2,', 'count: 3,'",
        "'count: 2,', 'count: 1,'",
        "minFte: 20, minFte: 12.5",
        "validFrom: 2024-01-01, 'validFrom: 2024-02-29'",
        "code: kid, code: 'true'",
        "'[merkantil]', '[merkantil, merkantil]'",
        "warningDays: 90, warningDays: 0"
    })
    void takesWhatIsJustRight(String what, String instead) {
        assertThat(EXAMPLE).contains(what);

        String changed = EXAMPLE.replaceFirst(Pattern.quote(what), instead);
        assertThat(put(changed.replace(
                        "competence: kid", changed.contains("'true'") ? "competence: true" : "competence: kid")))
                .isInstanceOf(Replacement.Done.class);
    }

    @Test
    void keepsWhatResultsAreIn() {
        put(EXAMPLE);
        result("hms-1", "null");
        result("hms-2", "now()");
        run(fjordvik, """
                insert into unit_result (employer_id, source, external_id, unit_code, item, achieved_on, recorded_at)
                values (current_employer(), 's', '1', 'helse', 'c', '2026-01-01', now())
                """);

        assertThat(errors(put("{}")))
                .extracting(CatalogueError::path, CatalogueError::value)
                .containsExactly(tuple("items", "c"), tuple("items", "hms-1"), tuple("items", "hms-2"));
        assertThat(put("items: [{code: c, name: C, kind: COURSE}, {code: hms-1, name: H, kind: MODULE},"
                        + " {code: hms-2, name: H, kind: MODULE}]"))
                .isInstanceOf(Replacement.Done.class);
    }

    @Test
    void keepsTheCompetencesAndLevelsOfEvidence() {
        put(EXAMPLE);
        evidence("norwegian", "'B1'", "null");
        evidence("norwegian", "'C2'", "now()");
        evidence("kid", "null", "null");

        assertThat(errors(put("{}"))).extracting(CatalogueError::value).containsExactly("kid", "norwegian");
        assertThat(errors(put("""
                scales: [{code: cefr, levels: [A1, B2]}, {code: kid, levels: [x]}]
                competences:
                  - {code: norwegian, name: N, kind: LANGUAGE, scale: cefr}
                  - {code: kid, name: N, kind: SKILL, scale: kid}
                """))).extracting(CatalogueError::value).containsExactly("kid", "norwegian");
        assertThat(errors(put("""
                competences:
                  - {code: norwegian, name: N, kind: LANGUAGE}
                  - {code: kid, name: N, kind: SKILL}
                """))).extracting(CatalogueError::value).containsExactly("norwegian");
        assertThat(put("""
                scales: [{code: other, levels: [B1]}]
                competences:
                  - {code: norwegian, name: N, kind: LANGUAGE, scale: other}
                  - {code: kid, name: N, kind: SKILL}
                """)).isInstanceOf(Replacement.Done.class);
    }

    @Test
    void keepsTheRequirementsThatSomebodyIsExemptFrom() {
        put(EXAMPLE);
        run(
                fjordvik,
                "insert into exemption (employer_id, employee_id, requirement, valid_from, reason)"
                        + " values (current_employer(), '" + kari + "', 'first-aid-in-care', '2026-01-01', 'x')");

        assertThat(errors(put("{}"))).extracting(CatalogueError::value).containsExactly("first-aid-in-care");
        assertThat(errors(put(EXAMPLE.replaceFirst("graceDays: 90", "minimum: {units: [helse], count: 1}"))))
                .extracting(CatalogueError::value)
                .containsExactly("first-aid-in-care");
        assertThat(put(EXAMPLE.replaceFirst("graceDays: 90", "graceDays: 1"))).isInstanceOf(Replacement.Done.class);
    }

    @Test
    void waitsForAnImportOfTheSameEmployer() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Replacement> waiting = in(
                    fjordvik,
                    () -> transaction.execute(_ -> {
                        Turn.take(jdbc);
                        Future<Replacement> put = threads.submit(() -> put(EXAMPLE));
                        assertThatThrownBy(() -> put.get(300, TimeUnit.MILLISECONDS))
                                .isInstanceOf(TimeoutException.class);
                        return put;
                    }));

            assertThat(waiting.get(10, TimeUnit.SECONDS)).isInstanceOf(Replacement.Done.class);
        }
    }

    @Test
    void tellsWhatHasChangedOnce() {
        List<CatalogueReplaced> told = new CopyOnWriteArrayList<>();
        context.addApplicationListener(new ApplicationListener<PayloadApplicationEvent<CatalogueReplaced>>() {
            @Override
            public void onApplicationEvent(PayloadApplicationEvent<CatalogueReplaced> event) {
                if (event.getPayload().employer().equals(fjordvik)) {
                    told.add(event.getPayload());
                }
            }
        });

        put(EXAMPLE);
        put(EXAMPLE);
        put(EXAMPLE.replace("graceDays: 30", "graceDays: 31"));

        assertThat(told)
                .extracting(CatalogueReplaced::requirements)
                .containsExactly(
                        Set.of("first-aid-in-care", "kid-minimum", "norwegian-for-new", "ethics-in-units"),
                        Set.of("ethics-in-units"));
    }

    @Test
    void readsDatesNumbersAndCodesAsWritten() {
        put(EXAMPLE);

        Requirement norwegian = in(fjordvik, requirements::all).get(2);
        assertThat(norwegian.validUntil()).contains(LocalDate.of(2030, 1, 1));
        assertThat(norwegian.warningDays()).isEqualTo(90);
        assertThat(in(fjordvik, catalogue::document)).contains("employees: [\"0042\", \"17\"]");
    }

    @Test
    void keepsWhatThereAreGatheringsOf() {
        put(EXAMPLE);
        run(fjordvik, """
                insert into gathering (employer_id, gathering_id, item, place, changed_at)
                values (current_employer(), uuidv7(), 'hms-1', 'Kommunestyresalen', now())
                """);

        assertThat(errors(put("{}")))
                .extracting(CatalogueError::path, CatalogueError::value)
                .containsExactly(tuple("items", "hms-1"));
        assertThat(put("items: [{code: hms-1, name: H, kind: MODULE}]")).isInstanceOf(Replacement.Done.class);
    }

    private void result(String item, String revokedAt) {
        run(
                fjordvik,
                "insert into result (employer_id, source, external_id, employee_id, item, achieved_on,"
                        + " revoked_at, recorded_at) values (current_employer(), 's', '" + UUID.randomUUID() + "', '"
                        + kari
                        + "', '" + item + "', '2026-01-01', " + revokedAt + ", now())");
    }

    private void evidence(String competence, String level, String revokedAt) {
        run(
                fjordvik,
                "insert into evidence (employer_id, source, external_id, employee_id, competence, level,"
                        + " achieved_on, kind, revoked_at, recorded_at) values (current_employer(), 's', '"
                        + UUID.randomUUID()
                        + "', '" + kari + "', '" + competence + "', " + level + ", '2026-01-01', 'CERTIFICATE', "
                        + revokedAt
                        + ", now())");
    }

    private static List<CatalogueError> errors(Replacement replacement) {
        assertThat(replacement).isInstanceOf(Replacement.Refused.class);
        return ((Replacement.Refused) replacement).errors();
    }

    private Replacement put(String document) {
        return in(fjordvik, () -> catalogue.replace(bytes(document), false));
    }

    private static byte[] bytes(String document) {
        return document.getBytes(StandardCharsets.UTF_8);
    }

    private void run(EmployerId employer, String sql) {
        in(employer, () -> transaction.execute(_ -> Set.of(jdbc.sql(sql).update())));
    }

    private static <T> T in(EmployerId employer, Supplier<T> work) {
        return EmployerScope.in(employer, work::get);
    }
}
