package no.kompetansebro.training.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.kompetansebro.catalogue.Catalogue;
import no.kompetansebro.catalogue.Replacement;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.engine.Explanation;
import no.kompetansebro.coverage.engine.Explanation.Node;
import no.kompetansebro.coverage.recalculation.DriftCheck;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.RequirementCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The practices A05, A09, A12, A37 and A39: alternatives, versions and parts of programmes, owners, formal education. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
class ProgrammesAcceptanceIT {

    private static final Viewer HR = Viewer.ofEverything();
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    /** Sørum's mandatory leader training: five days, and six from 2011 (A09). */
    private static final String LEADER_DAYS = """
            items:
              - {code: dag-1, name: Organisasjon, kind: GATHERING, arena: CLASSROOM, hours: 7}
              - {code: dag-2, name: Økonomi, kind: GATHERING, arena: CLASSROOM, hours: 7}
              - {code: dag-3, name: Personal, kind: GATHERING, arena: CLASSROOM, hours: 7}
              - {code: dag-4, name: Jus, kind: GATHERING, arena: CLASSROOM, hours: 7}
              - {code: dag-6, name: Kommunikasjon, kind: GATHERING, arena: CLASSROOM, hours: 7}
              - {code: dag-5-it, name: IT-ledelse, kind: GATHERING, arena: CLASSROOM, hours: 7}
              - {code: lederdager-2010, name: Lederopplæring 2010, kind: PROGRAMME, parts: [dag-1, dag-2, dag-3, dag-4, dag-6]}
              - code: lederdager-2011
                name: Lederopplæring 2011
                kind: PROGRAMME
                parts: [dag-1, dag-2, dag-3, dag-4, dag-5-it, dag-6]
                replaces: lederdager-2010
            competences: [{code: leder, name: Lederopplæring, kind: KNOWLEDGE}]
            awardRules: [{code: leder, competence: leder, criterion: {result: {item: lederdager-2011, minScore: 50}}}]
            requirements: [{code: leder, competence: leder, category: MANDATORY, targetGroup: {leaderLevel: ["3"]}}]
            """;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Coverage coverage;

    @Autowired
    DriftCheck drift;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    Municipality sorum;

    @BeforeEach
    void aMunicipality() {
        sorum = new Municipality(jdbc, transactions);
        sorum.unit("helse", null);
    }

    @Test
    void a05AnyOneAlternativeCoversAndTheExplanationNamesWhich() {
        catalogue("""
                items:
                  - {code: nett, name: Etikk på nett, kind: MODULE, arena: E_LEARNING}
                  - {code: kurs, name: Etikk i klasserom, kind: COURSE, arena: CLASSROOM}
                  - {code: hsn, name: Etikk ved HSN, kind: FORMAL_EDUCATION, arena: EXTERNAL}
                competences: [{code: etikk, name: Etikk, kind: ATTITUDE}]
                awardRules:
                  - code: etikk
                    competence: etikk
                    criterion: {any: [{result: {item: nett}}, {result: {item: kurs}}, {result: {item: hsn}}]}
                requirements: [{code: etikk, competence: etikk, category: MANDATORY}]
                """);

        for (String alternative : List.of("nett", "kurs", "hsn")) {
            EmployeeId leader = leader(alternative);
            assertThat(status(leader, "etikk")).isEqualTo(Status.OVERDUE);
            sorum.result(leader, alternative, LocalDate.of(2026, 5, 1));

            assertThat(status(leader, "etikk")).isEqualTo(Status.COVERED);
            assertThat(ways(why(leader, "etikk")))
                    .filteredOn(Node::holds)
                    .extracting(Node::criterion)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Criterion.Achieved.class,
                            achieved -> assertThat(achieved.item()).isEqualTo(new ItemCode(alternative)));
        }
    }

    @Test
    void a09AGraduateOfTheFiveDaysNeedsOnlyTheItDay() {
        catalogue(LEADER_DAYS);
        EmployeeId graduate = leader("2008");
        sorum.result(graduate, "lederdager-2010", LocalDate.of(2010, 11, 24));

        assertThat(status(graduate, "leder")).isEqualTo(Status.OVERDUE);
        assertThat(why(graduate, "leder").nextSteps()).containsExactly(new ItemCode("dag-5-it"));

        sorum.result(graduate, "dag-5-it", LocalDate.of(2026, 5, 4));

        assertThat(pair(graduate, "leder").status()).isEqualTo(Status.COVERED);
        assertThat(pair(graduate, "leder").heldFrom()).contains(LocalDate.of(2026, 5, 4));
    }

    @Test
    void a09OneWhoTookTheDaysOneByOneIsDoneWithTheLastAndIsToldTheMissingDaysNotTheProgramme() {
        catalogue(LEADER_DAYS);
        EmployeeId leader = leader("2011");
        for (int day : new int[] {1, 2, 3, 4}) {
            sorum.result(leader, "dag-" + day, LocalDate.of(2026, 3, day));
        }

        assertThat(why(leader, "leder").nextSteps()).extracting(ItemCode::value).containsExactly("dag-5-it", "dag-6");
        Node parts = ways(why(leader, "leder")).get(1);
        assertThat(parts.nodes()).extracting(Node::holds).containsExactly(true, true, true, true, false, false);

        sorum.result(leader, "dag-6", LocalDate.of(2026, 4, 8));
        sorum.result(leader, "dag-5-it", LocalDate.of(2026, 4, 9));

        assertThat(pair(leader, "leder").heldFrom()).contains(LocalDate.of(2026, 4, 9));
        assertThat(drifted()).isEmpty();
    }

    @Test
    void aChangedPartListChangesWhoIsCovered() {
        catalogue(LEADER_DAYS);
        EmployeeId leader = leader("2011");
        for (int day : new int[] {1, 2, 3, 4, 6}) {
            sorum.result(leader, "dag-" + day, LocalDate.of(2026, 3, day));
        }
        assertThat(status(leader, "leder")).isEqualTo(Status.OVERDUE);

        sorum.sql("delete from programme_part where programme = 'lederdager-2011' and part = 'dag-5-it'");

        assertThat(status(leader, "leder")).isEqualTo(Status.COVERED);
        assertThat(covered("leder")).isEqualTo(1);
        catalogue(LEADER_DAYS);
        assertThat(status(leader, "leder")).isEqualTo(Status.OVERDUE);
        assertThat(covered("leder")).isZero();
        assertThat(drifted()).isEmpty();
    }

    @Test
    void theLeastScoreAsksForTheProgrammesOwnResultOnly() {
        catalogue(LEADER_DAYS);
        EmployeeId leader = leader("2011");
        scored(leader, "lederdager-2011", 49);
        assertThat(status(leader, "leder")).isEqualTo(Status.OVERDUE);

        scored(leader, "lederdager-2011", 50);

        assertThat(status(leader, "leder")).isEqualTo(Status.COVERED);
    }

    /** RLG, two years and 60 credits, by cohort; then extended to all department leaders. */
    @Test
    void a12ACohortGoesThroughTheYearsAndCreditsAreTheEvidence() {
        catalogue("""
                items:
                  - {code: rlg-1, name: Ledelse i praksis (30 stp), kind: FORMAL_EDUCATION, hours: 800, owner: Høgskolen}
                  - {code: rlg-2, name: Endring og strategi (30 stp), kind: FORMAL_EDUCATION, hours: 800, owner: Høgskolen}
                  - {code: rlg, name: Lederprogrammet, kind: PROGRAMME, parts: [rlg-1, rlg-2]}
                competences: [{code: lederprogram, name: Lederprogram, kind: KNOWLEDGE}]
                awardRules: [{code: lederprogram, competence: lederprogram, criterion: {result: {item: rlg}}}]
                requirements:
                  - {code: rlg, competence: lederprogram, category: MANDATORY, targetGroup: {employees: [r1, r2, r3]}, dueDate: 2026-12-31}
                  - {code: ulg, competence: lederprogram, category: MANDATORY, targetGroup: {employees: [u1, u2]}, dueDate: 2028-12-31}
                """);
        List<EmployeeId> first =
                IntStream.rangeClosed(1, 3).mapToObj(i -> leader("r" + i)).toList();
        List<EmployeeId> second =
                IntStream.rangeClosed(1, 2).mapToObj(i -> leader("u" + i)).toList();

        first.forEach(leader -> sorum.result(leader, "rlg-1", LocalDate.of(2025, 6, 12)));
        sorum.result(first.get(0), "rlg-2", LocalDate.of(2026, 6, 11));
        sorum.result(first.get(1), "rlg-2", LocalDate.of(2026, 6, 11));
        sorum.result(second.get(0), "rlg-1", LocalDate.of(2026, 6, 11));

        assertThat(covered("rlg")).isEqualTo(2);
        assertThat(covered("ulg")).isZero();
        assertThat(pair(first.get(0), "rlg").heldFrom()).contains(LocalDate.of(2026, 6, 11));
        assertThat(why(first.get(2), "rlg").nextSteps()).containsExactly(new ItemCode("rlg-2"));
        assertThat(why(second.get(1), "ulg").nextSteps())
                .extracting(ItemCode::value)
                .containsExactly("rlg-1", "rlg-2");
    }

    @Test
    void a37TheCourseOfAnotherOwnerIsAsGoodAsOnesOwn() {
        catalogue("""
                items:
                  - {code: eget, name: Smittevern, kind: MODULE, arena: E_LEARNING, owner: Sørum, source: Egen utvikling}
                  - {code: ks, name: Smittevern, kind: MODULE, arena: E_LEARNING, owner: Rælingen, source: KS Læring}
                competences: [{code: smittevern, name: Smittevern, kind: KNOWLEDGE}]
                awardRules:
                  - {code: smittevern, competence: smittevern, criterion: {any: [{result: {item: eget}}, {result: {item: ks}}]}}
                requirements: [{code: smittevern, competence: smittevern, category: MANDATORY}]
                """);
        EmployeeId leader = leader("1");
        sorum.result(leader, "ks", LocalDate.of(2026, 5, 1));

        assertThat(status(leader, "smittevern")).isEqualTo(Status.COVERED);
        assertThat(sorum.in(catalogue::document)).contains("owner: Rælingen", "source: KS Læring", "owner: Sørum");
    }

    @Test
    void a39OnlyFormalEducationCoversWhatARuleAsksForAsFormal() {
        catalogue("""
                items:
                  - {code: fagbrev, name: Fagbrev helsearbeider, kind: FORMAL_EDUCATION, arena: EXTERNAL}
                  - {code: kurs, name: Helsekurs, kind: COURSE, arena: CLASSROOM, hours: 300}
                competences: [{code: fag, name: Fagutdanning, kind: CERTIFICATE}]
                awardRules: [{code: fag, competence: fag, criterion: {result: {item: fagbrev}}}]
                requirements: [{code: fag, competence: fag, category: STATUTORY}]
                """);
        EmployeeId leader = leader("1");

        sorum.result(leader, "kurs", LocalDate.of(2026, 5, 1));
        assertThat(status(leader, "fag")).isEqualTo(Status.OVERDUE);
        assertThat(why(leader, "fag").nextSteps()).containsExactly(new ItemCode("fagbrev"));

        sorum.result(leader, "fagbrev", LocalDate.of(2026, 6, 1));
        assertThat(status(leader, "fag")).isEqualTo(Status.COVERED);
    }

    private void catalogue(String document) {
        assertThat(sorum.in(() -> catalogue.replace(document.getBytes(StandardCharsets.UTF_8), false)))
                .isInstanceOf(Replacement.Done.class);
    }

    private EmployeeId leader(String number) {
        EmployeeId leader = sorum.employee(number);
        sorum.employment(leader, "helse", "7451", "3", null, LocalDate.of(2008, 1, 1), null);
        return leader;
    }

    private void scored(EmployeeId leader, String item, int score) {
        sorum.sql(
                "insert into result (employer_id, source, external_id, employee_id, item, achieved_on, score, recorded_at)"
                        + " values (:e, 'test', ?, ?, ?, ?, ?, now())",
                item + score,
                leader.value(),
                item,
                LocalDate.of(2026, 5, 1),
                score);
    }

    private Pair pair(EmployeeId employee, String requirement) {
        Question question = Question.asOf(TODAY).of(employee).of(new RequirementCode(requirement));
        return sorum.in(() -> coverage.pairs(HR, question, Optional.empty(), 2)).getFirst();
    }

    private Status status(EmployeeId employee, String requirement) {
        return pair(employee, requirement).status();
    }

    private long covered(String requirement) {
        return sorum.in(() -> coverage.figures(HR, Question.asOf(TODAY).of(new RequirementCode(requirement))))
                .covered();
    }

    private Explanation why(EmployeeId employee, String requirement) {
        return sorum.in(() -> coverage.explanation(HR, employee, new RequirementCode(requirement), TODAY))
                .orElseThrow();
    }

    /** The nodes below the only rule's criterion. */
    private static List<Node> ways(Explanation explanation) {
        return explanation.rules().getFirst().criterion().nodes();
    }

    private List<String> drifted() {
        return sorum.in(() -> drift.check(100)).drifted().stream()
                .map(Object::toString)
                .collect(Collectors.toList());
    }
}
