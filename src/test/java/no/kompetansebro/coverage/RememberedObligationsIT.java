package no.kompetansebro.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.recalculation.RulesBook;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.Employments;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is remembered is what would be computed, and is forgotten with the commit that changes it. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
class RememberedObligationsIT {

    private static final Viewer ALL = Viewer.ofEverything();
    private static final Question QUESTION = Question.asOf(LocalDate.of(2026, 11, 21));

    @Autowired
    ComputedObligations computed;

    @Autowired
    RememberedObligations remembered;

    @Autowired
    FactsVersion version;

    @Autowired
    RecordedFacts facts;

    @Autowired
    Employees employees;

    @Autowired
    Employments employments;

    @Autowired
    EmployerCalendar calendar;

    @Autowired
    RowNames names;

    @Autowired
    RulesBook rules;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationContext beans;

    Municipality fjordvik;
    RandomMunicipality chance;

    @BeforeEach
    void aMunicipality() {
        fjordvik = new Municipality(jdbc, transactions);
        chance = new RandomMunicipality(7, fjordvik, beans);
    }

    @Test
    void answersTheSameForAnEmployerTooLargeToRemember() {
        Coverage small = new CoverageOfObligations(remembered, calendar, names, rules);
        Coverage large = new CoverageOfObligations(
                new RememberedObligations(computed, version, facts, 3), calendar, names, rules);

        fjordvik.in(() -> {
            assertSame(small, large, QUESTION);
            assertSame(small, large, QUESTION.in(new UnitCode("u1")));
            chance.employees
                    .values()
                    .forEach(e -> assertThat(large.figures(ALL, QUESTION.of(e)))
                            .isEqualTo(small.figures(ALL, QUESTION.of(e))));
            return 0;
        });
    }

    private static void assertSame(Coverage one, Coverage other, Question question) {
        assertThat(other.figures(ALL, question)).isEqualTo(one.figures(ALL, question));
        assertThat(other.summary(ALL, question, By.POSITION)).isEqualTo(one.summary(ALL, question, By.POSITION));
        assertThat(paged(other, question)).isEqualTo(paged(one, question)).isNotEmpty();
    }

    private static List<Pair> paged(Coverage coverage, Question question) {
        List<Pair> paged = new ArrayList<>();
        List<Pair> page = coverage.pairs(ALL, question, Optional.empty(), 5);
        while (!page.isEmpty()) {
            paged.addAll(page);
            page = coverage.pairs(ALL, question, Optional.of(page.getLast().place()), 5);
        }
        return paged;
    }

    @Test
    void countsTheVersionOnWithEachCommitThatChangesFacts() {
        long before = fjordvik.in(version::current);
        fjordvik.sql("update employee set family_name = 'Berg'");
        long after = fjordvik.in(version::current);
        fjordvik.in(() -> transactions.execute(status -> {
            jdbc.sql("update employment set fte = 50").update();
            jdbc.sql("delete from exemption").update();
            status.setRollbackOnly();
            return 0;
        }));

        assertThat(after).isEqualTo(before + 1);
        assertThat(fjordvik.in(version::current)).isEqualTo(after);
    }

    @Test
    void letsAWriterCommitWhileAnotherIsStillAtWorkAndCountsBoth() {
        long before = fjordvik.in(version::current);

        fjordvik.in(() -> transactions.execute(_ -> {
            jdbc.sql("update unit set name = 'first' where unit_code = 'u1'").update();
            return assertThat(CompletableFuture.runAsync(
                            () -> fjordvik.sql("update unit set name = 'second' where unit_code = 'u2'")))
                    .succeedsWithin(Duration.ofSeconds(20));
        }));

        assertThat(fjordvik.in(version::current)).isEqualTo(before + 2);
    }

    @Test
    void forgetsTheLongestUnasked() {
        Memory memory = new Memory(5);
        List<Municipality> three = List.of(fjordvik, aMunicipalityOfOne(), aMunicipalityOfOne());
        three.subList(1, 3).forEach(m -> memory.put(m.id(), kept(m, 4)));

        assertThat(memory.get(three.get(1).id(), 4)).isPresent();
        assertThat(memory.get(three.get(1).id(), 5)).isEmpty();
        three.subList(1, 3).forEach(m -> memory.put(m.id(), kept(m, 5)));
        memory.put(fjordvik.id(), kept(fjordvik, 1));
        assertThat(memory.get(three.get(1).id(), 5)).isEmpty();
    }

    private Municipality aMunicipalityOfOne() {
        Municipality one = new Municipality(jdbc, transactions);
        one.employee("1");
        return one;
    }

    private RememberedObligations.Kept kept(Municipality municipality, long label) {
        return municipality.in(
                () -> computed.read(Selection.EVERYBODY, moment -> RememberedObligations.Kept.all(label, moment)));
    }

    @Test
    void findsEmployeesAndTheirEmploymentsByKeyAndNumber() {
        fjordvik.in(() -> {
            chance.employees.forEach((number, id) -> {
                assertThat(employees.find(new EmployeeNumber(number)).map(Employee::id))
                        .contains(id);
                assertThat(employees.find(id).map(Employee::number)).contains(new EmployeeNumber(number));
            });
            assertThat(employees.find(chance.employees.values())).hasSize(30);
            assertThat(employments.of(chance.employees.values()).values().stream()
                            .mapToInt(List::size)
                            .sum())
                    .isEqualTo(chance.jobs.size());
            return 0;
        });
    }
}
