package no.kompetansebro.planning.measures;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.Catalogue;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.organisation.access.Viewers;
import no.kompetansebro.planning.measures.Measure.Wish;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.DateInterval;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/** A municipality with two sections, a ward in each, a leader of each section, HR for all, HR for one section; a new one for each test. */
final class PlanTown {

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Oslo"));
    static final LocalDate START = LocalDate.of(2015, 1, 1);

    final Municipality town;
    final EmployeeId hr;
    final EmployeeId healthHr;
    final EmployeeId berit;
    final EmployeeId skoleleder;
    final EmployeeId kari;
    final EmployeeId ola;
    private final ApplicationContext beans;

    PlanTown(ApplicationContext beans) {
        this.beans = beans;
        town = new Municipality(bean(JdbcClient.class), bean(TransactionTemplate.class));
        town.unit("kommune", null);
        town.unit("helse", "kommune");
        town.unit("hjemme", "helse");
        town.unit("oppvekst", "kommune");
        town.unit("skole", "oppvekst");
        new Catalogue()
                .course("FH", new ValidityPolicy.Months(24))
                .course("FAGBREV", ValidityPolicy.FOREVER)
                .requirement("K-FH", "FH", Category.STATUTORY, TargetGroup.EVERYONE, 0)
                .requirement(
                        "K-FAG", "FAGBREV", Category.MANDATORY, new TargetGroup.InUnit(new UnitCode("hjemme")), 3650)
                .of(town, beans);
        berit = person("Berit", "Sjøberg");
        town.leader(berit, "helse", START, null);
        skoleleder = person("Liv", "Moen");
        town.leader(skoleleder, "oppvekst", START, null);
        kari = person("Kari", "Vestby");
        town.employment(kari, "hjemme", START, null);
        ola = person("Ola", "Dahl");
        town.employment(ola, "skole", START, null);
        hr = person("Henrik", "Rådal");
        town.employment(hr, "kommune", START, null);
        town.grant(hr, "HR", null, START, null);
        healthHr = person("Hanne", "Lie");
        town.employment(healthHr, "kommune", START, null);
        town.grant(healthHr, "HR", "helse", START, null);
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    EmployeeId person(String given, String family) {
        EmployeeId id = town.employee(UUID.randomUUID().toString().substring(0, 8));
        town.sql(
                "update employee set given_name = ?, family_name = ? where employee_id = ?", given, family, id.value());
        return id;
    }

    /** Does the work for the municipality, in one transaction. */
    <T> T at(Supplier<T> work) {
        return town.in(() -> bean(TransactionTemplate.class).execute(_ -> work.get()));
    }

    Viewer viewer(EmployeeId who) {
        return at(() -> bean(Viewers.class).of(town.visitor(who)));
    }

    static Wish wish(String name, Place place, boolean common, String... requirements) {
        return new Wish(
                place,
                common,
                new Columns("Trygghet", name, "Alle ansatte", "Kurs, 4 timer", "Vår", "HR", ""),
                new DateInterval(TODAY.minusMonths(2), TODAY.plusMonths(2)),
                new Closes(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(requirements).stream().map(RequirementCode::new).toList()),
                Optional.empty(),
                List.of(new YearCost(
                        TODAY.getYear(), new BigDecimal("10000.00"), Optional.of(new BigDecimal("2500.50")))));
    }

    static Words words(ApplicationContext beans) {
        return new Words(beans, Locale.forLanguageTag("nb"));
    }

    Outcome add(EmployeeId who, Wish wish) {
        Viewer viewer = viewer(who);
        return at(() -> bean(EditingMeasures.class).add(viewer, wish));
    }

    MeasureId added(EmployeeId who, Wish wish) {
        return new MeasureId(((Outcome.Done) add(who, wish)).id());
    }

    Measure measure(MeasureId id) {
        return at(() -> bean(Measures.class).find(id).orElseThrow());
    }

    long count(String table) {
        return at(() -> bean(JdbcClient.class)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single());
    }

    String text(String sql) {
        return at(() -> bean(JdbcClient.class).sql(sql).query(String.class).single());
    }

    MvcTestResult get(MockMvcTester mvc, EmployeeId who, String path) {
        return mvc.get().uri(path).with(authentication(as(who))).with(csrf()).exchange();
    }

    MvcTestResult post(MockMvcTester mvc, EmployeeId who, String path, Map<String, String> form) {
        var request =
                MockMvcRequestBuilders.post(path).with(authentication(as(who))).with(csrf());
        form.forEach((name, value) -> request.param(name, value.split("\\|", -1)));
        return mvc.perform(request);
    }

    private UsernamePasswordAuthenticationToken as(EmployeeId who) {
        return UsernamePasswordAuthenticationToken.authenticated(town.visitor(who), null, List.of());
    }
}
