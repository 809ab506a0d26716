package no.kompetansebro.coverage.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employment;
import no.kompetansebro.organisation.Employments;
import org.springframework.stereotype.Component;

/** Says where people work on a date, and as what. */
@Component
class Positions {

    private final Employments employments;

    Positions(Employments employments) {
        this.employments = employments;
    }

    /** The positions of the employee on the date, each with unit and percentage. */
    List<String> of(EmployeeId employee, LocalDate date, Lexicon lexicon, Words words) {
        return employments.of(employee, date).stream()
                .map(e -> words.text("coverage.position", title(e), lexicon.name(e.unit()), words.number(e.fte())))
                .toList();
    }

    /** The employments on the date of each of the employees. */
    Map<EmployeeId, List<Employment>> of(Collection<EmployeeId> ids, LocalDate date) {
        return employments.of(ids).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .filter(e -> e.dates().contains(date))
                                .toList()));
    }

    /** What the employee's positions are called, by code: the latest title of each. */
    Map<String, String> titles(EmployeeId employee) {
        return employments.of(employee).stream()
                .collect(Collectors.toMap(Employment::position, Positions::title, (earlier, later) -> later));
    }

    static String title(Employment employment) {
        return employment.title().orElse(employment.position());
    }
}
