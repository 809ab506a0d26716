package no.kompetansebro.demo;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.demo.municipality.Fjellmo;
import no.kompetansebro.demo.municipality.KnownPerson;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.organisation.access.Viewers;
import no.kompetansebro.organisation.access.Visitor;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people whom the demo's stories are about. */
@Component
@Profile(Demo.PROFILE)
class DemoStaff {

    /** A health worker with two posts. */
    static final String INGRID = "1001";

    /** Leads all of home care. */
    static final String BENTE = "1007";

    /** An HR adviser. */
    static final String RAGNHILD = "1028";

    /** Leads the zone. */
    static final String KJERSTI = "1102";

    /** Head of HR. */
    static final String HILDE = "1104";

    /** The zone that Kjersti leads. */
    static final String ZONE = "303-2";

    private final Employees employees;
    private final Viewers viewers;
    private final Coverage coverage;
    private final EmployerCalendar calendar;

    DemoStaff(Employees employees, Viewers viewers, Coverage coverage, EmployerCalendar calendar) {
        this.employees = employees;
        this.viewers = viewers;
        this.coverage = coverage;
        this.calendar = calendar;
    }

    EmployeeId employee(String number) {
        return employees.find(new EmployeeNumber(number)).orElseThrow().id();
    }

    /** The employee as who looks, with the rights of today. */
    Viewer viewer(String number) {
        return viewers.of(Visitor.as(EmployerScope.required(), employee(number)));
    }

    /** Those of the unit whom something is required of, by number; nobody who is the same in every data set. */
    List<EmployeeId> of(String unit) {
        return people(question(unit));
    }

    /** Those of them who do not meet the requirement. */
    List<EmployeeId> lacking(String requirement, String unit) {
        Question all = question(unit).of(new RequirementCode(requirement));
        return people(new Question(
                all.asOf(),
                all.unit(),
                all.requirement(),
                all.employee(),
                Set.of(Status.OVERDUE, Status.EXPIRED),
                Set.of()));
    }

    private Question question(String unit) {
        return Question.asOf(calendar.today()).in(new UnitCode(unit));
    }

    private List<EmployeeId> people(Question question) {
        Set<String> known = known(question.asOf());
        Set<EmployeeId> found = new LinkedHashSet<>();
        coverage.pairs(Viewer.ofEverything(), question, pair -> add(pair, known, found));
        return List.copyOf(found);
    }

    private static void add(Pair pair, Set<String> known, Set<EmployeeId> found) {
        if (!known.contains(pair.employee().value())) {
            found.add(pair.employeeId());
        }
    }

    private static Set<String> known(LocalDate today) {
        return Fjellmo.knownPersons(today).stream()
                .map(KnownPerson::employeeNumber)
                .collect(Collectors.toSet());
    }
}
