package no.kompetansebro.training.proof;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.competence.Competences;
import no.kompetansebro.competence.Scale;
import no.kompetansebro.competence.Scales;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.Requirements;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.LocalizedName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/** Two wards with leaders, a few people, and requirements that nobody meets yet: a new one for each test. */
final class Workplace {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Oslo"));

    final Municipality town;
    final EmployeeId kari;
    final EmployeeId ola;
    final EmployeeId liv;
    final EmployeeId tor;
    final EmployeeId elsewhere;
    private final Beans beans;

    /** What the workplaces of one context share. */
    @Component
    record Beans(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Competences competences,
            Scales scales,
            Requirements requirements,
            Coverage coverage) {}

    Workplace(Beans beans) {
        this.beans = beans;
        town = new Municipality(beans.jdbc, beans.transactions);
        town.unit("K", null);
        town.unit("WARD", "K");
        town.unit("OTHER", "K");
        kari = person("Kari", "Vestby");
        ola = person("Ola", "Dahl");
        liv = person("Liv", "Moen");
        tor = person("Tor", "Lie");
        elsewhere = person("Per", "Foss");
        for (EmployeeId each : List.of(kari, ola)) {
            town.employment(each, "WARD", TODAY.minusYears(3), null);
        }
        town.employment(elsewhere, "OTHER", TODAY.minusYears(3), null);
        for (EmployeeId each : List.of(liv, tor)) {
            town.leader(each, "WARD", TODAY.minusYears(3), null);
        }
        town.in(() -> beans.transactions.execute(_ -> {
            catalogue();
            return true;
        }));
        item("mentor", "PRACTICE", null);
        item("gruppe", "COURSE", "NETWORK");
        item("e-kurs", "COURSE", "E_LEARNING");
        rule("lederskap", "{\"any\":[{\"result\":{\"item\":\"mentor\"}},{\"result\":{\"item\":\"gruppe\"}}]}");
    }

    private EmployeeId person(String given, String family) {
        EmployeeId id = town.employee(UUID.randomUUID().toString().substring(0, 8));
        town.sql(
                "update employee set given_name = ?, family_name = ? where employee_id = ?", given, family, id.value());
        return id;
    }

    private void catalogue() {
        beans.scales.replaceAll(List.of(new Scale("cefr", List.of("A1", "A2", "B1"))));
        beans.competences.replaceAll(List.of(
                competence("forstehjelp", "Førstehjelp", null),
                competence("norsk", "Norsk", "cefr"),
                competence("lederskap", "Lederskap", null)));
        beans.requirements.replaceAll(List.of(
                requirement("K-FH", "Førstehjelp for alle", "forstehjelp", null),
                requirement("K-NO", "Norsk på B1", "norsk", "B1"),
                requirement("K-LS", "Lederskap", "lederskap", null)));
    }

    private static Competence competence(String code, String name, @Nullable String scale) {
        return new Competence(
                new CompetenceCode(code),
                LocalizedName.of(name),
                Competence.Kind.SKILL,
                Set.of(),
                Optional.ofNullable(scale),
                ValidityPolicy.FOREVER);
    }

    private static Requirement requirement(String code, String name, String competence, @Nullable String level) {
        return new Requirement(
                new RequirementCode(code),
                LocalizedName.of(name),
                Category.MANDATORY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                90,
                new Requirement.OfPeople(
                        new CompetenceCode(competence),
                        Optional.ofNullable(level),
                        TargetGroup.EVERYONE,
                        Optional.empty(),
                        0));
    }

    private void item(String code, String kind, @Nullable String arena) {
        town.sql(
                "insert into item (employer_id, code, name, kind, arena, position) values (:e, ?, to_jsonb(?::text), ?, ?, 0)",
                code,
                "Element " + code,
                kind,
                arena);
    }

    private void rule(String competence, String criterion) {
        town.sql(
                "insert into award_rule (employer_id, code, competence, criterion, position) values (:e, ?, ?, ?::jsonb, 0)",
                competence + "-regel",
                competence,
                criterion);
    }

    Status status(EmployeeId person, String requirement) {
        return status(person, requirement, TODAY);
    }

    Status status(EmployeeId person, String requirement, LocalDate on) {
        List<Pair> pairs = new ArrayList<>();
        town.in(() -> {
            beans.coverage.pairs(
                    Viewer.ofEverything(),
                    Question.asOf(on).of(person).of(new RequirementCode(requirement)),
                    pairs::add);
            return true;
        });
        return pairs.getFirst().status();
    }

    /** What the query finds, as texts. */
    List<String> texts(String sql) {
        return town.in(() -> beans.transactions.execute(
                _ -> beans.jdbc.sql(sql).query(String.class).list()));
    }

    String text(String sql) {
        return texts(sql).getFirst();
    }

    MvcTestResult get(MockMvcTester mvc, EmployeeId who, String path) {
        return mvc.get().uri(path).with(authentication(as(who))).with(csrf()).exchange();
    }

    MvcTestResult post(MockMvcTester mvc, EmployeeId who, String path, Map<String, List<String>> form) {
        var request =
                MockMvcRequestBuilders.post(path).with(authentication(as(who))).with(csrf());
        form.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
        return mvc.perform(request);
    }

    MvcTestResult handIn(MockMvcTester mvc, EmployeeId who, Map<String, String> form, byte @Nullable [] file) {
        var request = multipart(HandInPage.PATH);
        if (file != null) {
            request.file(new MockMultipartFile("fil", "C:\\mine\\kurs<b>bevis.exe", "text/html", file));
        }
        request.with(authentication(as(who))).with(csrf());
        form.forEach(request::param);
        return mvc.perform(request);
    }

    private UsernamePasswordAuthenticationToken as(EmployeeId who) {
        return UsernamePasswordAuthenticationToken.authenticated(town.visitor(who), null, List.of());
    }

    /** Somebody's claim that waits, as a form sends it back. */
    String waiting(EmployeeId who) {
        return text("select claim_id || ':' || version from claim where state = 'WAITING' and employee_id = '" + who
                + "' order by made_at desc");
    }

    String waitingId(EmployeeId who) {
        return waiting(who).split(":", 2)[0];
    }
}
