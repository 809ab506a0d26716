package no.kompetansebro.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.planning.EducationSupply.Kind;
import no.kompetansebro.planning.measures.EnteringPlans;
import no.kompetansebro.planning.measures.EnteringPlans.Line;
import no.kompetansebro.planning.measures.EnteringPlans.NeedLine;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.DateInterval;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The municipality's action plan: goals, common measures, and what a few units need and do about it. */
@Component
@Profile(Demo.PROFILE)
@Order(60)
class DemoPlan implements DemoPart {

    private static final EmployeeNumber HR_ADVISER = new EmployeeNumber("1028");
    private static final EmployeeNumber NURSE = new EmployeeNumber("1001");
    private static final String NURSES = "Sikre tilgang på sykepleiere og helsefagarbeidere";
    private static final String LANGUAGE = "Styrke kompetansen i språkutvikling";
    private static final String CRISES = "Trygghet i møte med psykiske kriser";

    private final EnteringPlans plans;
    private final Employees employees;

    DemoPlan(EnteringPlans plans, Employees employees) {
        this.plans = plans;
        this.employees = employees;
    }

    @Override
    public void enter(LocalDate today) {
        employees.find(HR_ADVISER).ifPresent(adviser -> enter(adviser.id(), today));
    }

    private void enter(EmployeeId adviser, LocalDate today) {
        goals(today.getYear());
        plans.plan(needs(), lines(today), adviser);
        employees
                .find(NURSE)
                .ifPresent(nurse -> plans.education(
                        nurse.id(),
                        Kind.FURTHER_EDUCATION,
                        "Videreutdanning i psykisk helsearbeid, 60 studiepoeng",
                        List.of(new ItemCode("psykisk-forstehjelp")),
                        new DateInterval(today.minusMonths(10), today.plusMonths(8)),
                        new BigDecimal("45000"),
                        24,
                        adviser));
    }

    private void goals(int year) {
        plans.goal(1, "Trygge tjenester: alle har den opplæringen loven krever", year - 1, year + 2);
        plans.goal(2, "Rett kompetanse på rett sted, også om fem år", year - 1, year + 2);
        plans.goal(3, "Ledere som utvikler tjenestene og medarbeiderne", year - 1, year + 2);
        plans.goal(4, "En lærende organisasjon med lavere sykefravær", year - 1, year + 2);
    }

    private static List<NeedLine> needs() {
        return List.of(
                new NeedLine(new UnitCode("303"), NURSES, List.of("RECRUITMENT", "FURTHER_EDUCATION")),
                new NeedLine(
                        new UnitCode("201"), LANGUAGE, List.of("INTERNAL_COURSES", "CONTINUING_EDUCATION", "NETWORKS")),
                new NeedLine(
                        new UnitCode("305"), CRISES, List.of("EXTERNAL_COURSES", "INTERNAL_ARENAS", "COOPERATION")));
    }

    private static List<Line> lines(LocalDate today) {
        return Stream.of(common(today), ofUnits(today)).flatMap(List::stream).toList();
    }

    private static List<Line> common(LocalDate today) {
        int year = today.getYear();
        return List.of(
                line(
                        "",
                        List.of(
                                "Sikkerhet for brukere",
                                "Førstehjelpskurs",
                                "Alle som arbeider med mennesker",
                                "Internt kurs, ½ dag, legevakta",
                                "Hver måned",
                                "Leder for legevakta",
                                ""),
                        new DateInterval(today.minusMonths(4), today.plusMonths(8)),
                        1,
                        "",
                        List.of("k-006"),
                        Map.of(year, new BigDecimal("120000"), year + 1, new BigDecimal("80000")),
                        "RUNNING"),
                line(
                        "",
                        List.of(
                                "Styrke og utvikle helhetlig ledelse",
                                "Lederkurs, seks dager",
                                "Nye ledere; én dag for de andre",
                                "Kurs, 6 dager, K-salen",
                                "To dager i måneden fra mars",
                                "Personal- og organisasjonssjefen",
                                ""),
                        new DateInterval(today.minusMonths(6), today.plusMonths(3)),
                        3,
                        "",
                        List.of("l-105", "l-106"),
                        Map.of(year, new BigDecimal("60000")),
                        "RUNNING"),
                line(
                        "",
                        List.of(
                                "Flere står lenger i arbeid",
                                "Seniorkurs",
                                "Medarbeidere over 60 år",
                                "Dagssamling",
                                "Oktober",
                                "Personal og organisasjon, med KLP",
                                "Inntil kr 10 000"),
                        new DateInterval(today.minusMonths(5), today.minusMonths(4)),
                        4,
                        "",
                        List.of(),
                        Map.of(year, new BigDecimal("10000")),
                        "DONE"));
    }

    private static List<Line> ofUnits(LocalDate today) {
        int year = today.getYear();
        DateInterval comingYear = new DateInterval(today.minusMonths(1), today.plusMonths(11));
        return List.of(
                line(
                        "303",
                        List.of(
                                "Flere fagarbeidere",
                                "Økt satsing på lærlingordningen",
                                "Ufaglærte i hjemmetjenesten",
                                "Praksis og veiledning",
                                "",
                                "Virksomhetsleder",
                                ""),
                        comingYear,
                        2,
                        NURSES,
                        List.of(),
                        Map.of(year + 1, new BigDecimal("350000")),
                        "PLANNED"),
                line(
                        "303",
                        List.of(
                                "Trygg legemiddelhåndtering",
                                "Minikurs i legemidler",
                                "Fagarbeidere og assistenter",
                                "Minikurs, 1 time i sonen",
                                "Høst og vår",
                                "Fagsykepleier",
                                ""),
                        comingYear,
                        1,
                        NURSES,
                        List.of("k-030"),
                        Map.of(),
                        "RUNNING"),
                line(
                        "201",
                        List.of(
                                "Et rikt språkmiljø",
                                "Alle deltar i «Et godt språkmiljø for alle barn»",
                                "Samtlige ansatte i barnehagen",
                                "Høgskolekurs, to samlinger",
                                "",
                                "Styrer",
                                ""),
                        comingYear,
                        2,
                        LANGUAGE,
                        List.of("k-040"),
                        Map.of(year + 1, new BigDecimal("42000")),
                        "PLANNED"),
                line(
                        "305",
                        List.of(
                                "Alle kan møte en krise",
                                "Kurs i førstehjelp ved psykiske kriser",
                                "Ansatte i psykisk helse og rus",
                                "Eksternt kurs, 2 dager",
                                "Mars",
                                "Avdelingsleder",
                                ""),
                        comingYear,
                        1,
                        CRISES,
                        List.of("k-035"),
                        Map.of(year + 1, new BigDecimal("25000")),
                        "PLANNED"));
    }

    private static Line line(
            String unit,
            List<String> columns,
            DateInterval dates,
            int goal,
            String need,
            List<String> requirements,
            Map<Integer, BigDecimal> costs,
            String state) {
        return new Line(
                Optional.of(unit).filter(code -> !code.isEmpty()).map(UnitCode::new),
                unit.isEmpty(),
                columns,
                dates,
                Optional.of(goal),
                Optional.of(need).filter(text -> !text.isEmpty()),
                requirements.stream().map(RequirementCode::new).toList(),
                columns.get(1).startsWith("Minikurs") ? Optional.of(6) : Optional.empty(),
                costs,
                state);
    }
}
