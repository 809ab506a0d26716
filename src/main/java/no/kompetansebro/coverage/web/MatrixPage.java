package no.kompetansebro.coverage.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.web.UnitView.Filters;
import no.kompetansebro.coverage.web.UnitView.Matrix;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.Employment;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.stereotype.Component;

/** Fetches what the matrix of a unit needs. */
@Component
class MatrixPage {

    private final Coverage coverage;
    private final Employees employees;
    private final Positions positions;

    MatrixPage(Coverage coverage, Employees employees, Positions positions) {
        this.coverage = coverage;
        this.employees = employees;
        this.positions = positions;
    }

    /** The matrix, and what it can be narrowed to. */
    record Content(Filters filters, Matrix matrix) {}

    Content of(UnitQuestion question, Lexicon lexicon, Words words) {
        Map<EmployeeId, Map<RequirementCode, Pair>> pairs = new LinkedHashMap<>();
        coverage.pairs(
                question.viewer(),
                question.everything(),
                pair -> pairs.computeIfAbsent(pair.employeeId(), _ -> new LinkedHashMap<>())
                        .put(pair.requirement(), pair));
        return new MatrixOfPeople(question, lexicon, words, people(question, lexicon, pairs)).content();
    }

    private List<SubjectPerson> people(
            UnitQuestion question, Lexicon lexicon, Map<EmployeeId, Map<RequirementCode, Pair>> pairs) {
        Collection<EmployeeId> ids = pairs.keySet();
        Map<EmployeeId, Employee> known = employees.find(ids);
        Map<EmployeeId, List<Employment>> work =
                positions.of(ids, question.asOf().date());
        Set<UnitCode> within = lexicon.units().within(question.unit());
        List<SubjectPerson> people = new ArrayList<>();
        pairs.forEach((id, each) -> {
            Employee employee = known.get(id);
            if (employee != null) {
                people.add(new SubjectPerson(employee, titles(work.getOrDefault(id, List.of()), within), each));
            }
        });
        return people;
    }

    private static List<String> titles(List<Employment> work, Set<UnitCode> within) {
        return work.stream()
                .filter(each -> within.contains(each.unit()))
                .map(Positions::title)
                .distinct()
                .toList();
    }
}
