package no.kompetansebro.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.competence.Competences;
import no.kompetansebro.competence.Scale;
import no.kompetansebro.competence.Scales;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.AwardRules;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.Items;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import no.kompetansebro.shared.LocalizedName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the catalogue's tables keep, they give back, to their own employer, in order. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
class RequirementsIT {

    static final Scale CEFR = new Scale("cefr", List.of("A1", "A2", "B1"));
    static final Competence NORWEGIAN = new Competence(
            new CompetenceCode("norwegian"),
            new LocalizedName(Map.of("nb", "Norsk", "nn", "Norsk", "en", "Norwegian")),
            Competence.Kind.LANGUAGE,
            Set.of(Competence.Emphasis.CORE, Competence.Emphasis.STRATEGIC),
            Optional.of("cefr"),
            new ValidityPolicy.RenewableMonths(24, 60));
    static final Competence FIRST_AID = new Competence(
            new CompetenceCode("first-aid"),
            LocalizedName.of("Førstehjelp"),
            Competence.Kind.CERTIFICATE,
            Set.of(),
            Optional.empty(),
            ValidityPolicy.FOREVER);
    static final Item COURSE = new Item(
            new ItemCode("norskkurs"),
            LocalizedName.of("Norskkurs"),
            Item.Kind.COURSE,
            Optional.of(Item.Arena.BLENDED),
            Optional.of(new BigDecimal("37.5")),
            new Item.LmsReference(Optional.of("NO-1"), Optional.empty(), Optional.of("r-1")));
    static final Item PRACTICE = new Item(
            new ItemCode("07110"),
            LocalizedName.of("Praksis"),
            Item.Kind.PRACTICE,
            Optional.empty(),
            Optional.empty(),
            Item.LmsReference.NONE);
    static final Criterion RESULT =
            new Criterion.Achieved(COURSE.code(), Optional.of(new BigDecimal("80.5")), new ValidityPolicy.EndOfYear(1));
    static final Criterion EVERY_KIND_OF_NODE = new Criterion.Any(List.of(
            new Criterion.All(List.of(RESULT)),
            new Criterion.AtLeast(1, List.of(RESULT, RESULT)),
            new Criterion.Achieved(PRACTICE.code(), Optional.empty(), new ValidityPolicy.Months(12)),
            new Criterion.Hours(new BigDecimal("0.5"), List.of(PRACTICE.code()), Optional.of(24))));
    static final TargetGroup EVERY_KIND_OF_LEAF = new TargetGroup.Any(List.of(
            new TargetGroup.All(List.of(
                    new TargetGroup.InUnit(new UnitCode("helse")),
                    new TargetGroup.Not(new TargetGroup.Position(new LinkedHashSet<>(List.of("b", "07110", "a")))))),
            new TargetGroup.LeaderLevel(Set.of("3")),
            new TargetGroup.Role("verneombud"),
            new TargetGroup.HiredFrom(LocalDate.of(2024, 1, 1)),
            new TargetGroup.NewHire(6),
            new TargetGroup.MinFte(new BigDecimal("20")),
            new TargetGroup.Employees(Set.of(new EmployeeNumber("0042"))),
            new TargetGroup.From(LocalDate.of(2026, 9, 1))));

    final EmployerId fjordvik = new EmployerId(UUID.randomUUID());
    final EmployerId neighbour = new EmployerId(UUID.randomUUID());

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Scales scales;

    @Autowired
    Competences competences;

    @Autowired
    Items items;

    @Autowired
    AwardRules awardRules;

    @Autowired
    Requirements requirements;

    @BeforeEach
    void twoEmployers() {
        for (EmployerId employer : List.of(fjordvik, neighbour)) {
            jdbc.sql("insert into employer (employer_id, code, name) values (:id, :code, 'x')")
                    .param("id", employer.value())
                    .param("code", "e" + employer)
                    .update();
        }
    }

    @Test
    void giveBackWhatTheyKeep() {
        List<Requirement> all = List.of(ofPeople(), minimum(), unitDuty());

        in(fjordvik, () -> {
            replaceTheRest();
            requirements.replaceAll(all);
            return null;
        });

        assertThat(in(fjordvik, scales::all)).containsExactly(CEFR);
        assertThat(in(fjordvik, competences::all)).containsExactly(NORWEGIAN, FIRST_AID);
        assertThat(in(fjordvik, items::all)).containsExactly(COURSE, PRACTICE);
        assertThat(in(fjordvik, awardRules::all)).containsExactly(rule());
        assertThat(in(fjordvik, requirements::all)).isEqualTo(all);
        assertThat(in(neighbour, requirements::all)).isEmpty();
    }

    @Test
    void replaceWhatWasThere() {
        in(fjordvik, () -> {
            replaceTheRest();
            requirements.replaceAll(List.of(ofPeople(), minimum()));
            return null;
        });
        in(fjordvik, () -> {
            scales.replaceAll(List.of());
            competences.replaceAll(List.of(FIRST_AID));
            items.replaceAll(List.of());
            awardRules.replaceAll(List.of());
            requirements.replaceAll(List.of(minimum()));
            return null;
        });

        assertThat(in(fjordvik, scales::all)).isEmpty();
        assertThat(in(fjordvik, competences::all)).containsExactly(FIRST_AID);
        assertThat(in(fjordvik, items::all)).isEmpty();
        assertThat(in(fjordvik, awardRules::all)).isEmpty();
        assertThat(in(fjordvik, requirements::all)).containsExactly(minimum());
    }

    private void replaceTheRest() {
        requirements.replaceAll(List.of());
        awardRules.replaceAll(List.of(rule()));
        items.replaceAll(List.of(COURSE, PRACTICE));
        competences.replaceAll(List.of(NORWEGIAN, FIRST_AID));
        scales.replaceAll(List.of(CEFR));
    }

    private static AwardRule rule() {
        return new AwardRule("norwegian-by-course", NORWEGIAN.code(), Optional.of("B1"), EVERY_KIND_OF_NODE);
    }

    private static Requirement ofPeople() {
        return requirement(
                "norwegian-in-care",
                new Requirement.OfPeople(
                        NORWEGIAN.code(),
                        Optional.of("A2"),
                        EVERY_KIND_OF_LEAF,
                        Optional.of(LocalDate.of(2025, 6, 1)),
                        90));
    }

    private static Requirement minimum() {
        return requirement(
                "first-aid-minimum",
                new Requirement.OfUnitMinimum(
                        FIRST_AID.code(),
                        Optional.empty(),
                        TargetGroup.EVERYONE,
                        List.of(new UnitCode("b"), new UnitCode("a")),
                        3));
    }

    private static Requirement unitDuty() {
        return requirement(
                "ethics",
                new Requirement.OfUnits(
                        List.of(new UnitCode("a")), List.of("school"), EVERY_KIND_OF_NODE, Optional.empty(), 30));
    }

    private static Requirement requirement(String code, Requirement.Demand demand) {
        return new Requirement(
                new RequirementCode(code),
                new LocalizedName(Map.of("nb", "Krav")),
                Requirement.Category.STATUTORY,
                Optional.of("Arbeidsmiljøloven § 3-2"),
                Optional.of(LocalDate.of(2024, 1, 1)),
                Optional.empty(),
                0,
                demand);
    }

    private <T> T in(EmployerId employer, Supplier<T> work) {
        return EmployerScope.in(employer, () -> transaction.execute(_ -> work.get()));
    }
}
