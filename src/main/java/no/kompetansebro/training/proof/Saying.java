package no.kompetansebro.training.proof;

import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.EmployerCalendar;
import org.springframework.stereotype.Component;

/** What pages need to call things and people by name. */
@Component
class Saying {

    private final Lexicons lexicons;
    private final Employees employees;
    private final EmployerCalendar calendar;

    Saying(Lexicons lexicons, Employees employees, EmployerCalendar calendar) {
        this.lexicons = lexicons;
        this.employees = employees;
        this.calendar = calendar;
    }

    ClaimWords in(Words words) {
        return new ClaimWords(lexicons.current(), words, calendar.dates());
    }

    String name(EmployeeId person) {
        return employees.find(person).map(Employee::name).orElse("");
    }
}
