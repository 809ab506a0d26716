package no.kompetansebro.planning.measures;

import java.util.List;
import java.util.Map;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.planning.measures.Measures.Change;
import org.springframework.stereotype.Component;

/** Says what became of a measure, when, by whom and why. */
@Component
class MeasureHistory {

    private final Measures measures;
    private final Employees employees;
    private final EmployerCalendar calendar;

    MeasureHistory(Measures measures, Employees employees, EmployerCalendar calendar) {
        this.measures = measures;
        this.employees = employees;
        this.calendar = calendar;
    }

    /** A line; the reason may be empty. */
    record Line(String when, String text, String reason) {}

    List<Line> of(MeasureId id, Words words) {
        List<Change> changes = measures.history(id);
        Map<EmployeeId, Employee> people = employees.find(
                changes.stream().flatMap(change -> change.by().stream()).toList());
        return changes.stream()
                .map(change -> new Line(
                        words.date(calendar.dateOf(change.at().toInstant())),
                        text(change, people, words),
                        change.reason()))
                .toList();
    }

    /** What was done last, in one line. */
    String latest(MeasureId id, Words words) {
        Line last = of(id, words).getLast();
        return words.text("planning.measures.overtaken", last.when(), last.text());
    }

    private static String text(Change change, Map<EmployeeId, Employee> people, Words words) {
        String act = words.text("planning.measures.act." + change.act());
        return change.by()
                .map(people::get)
                .map(Employee::name)
                .map(name -> words.text("planning.measures.act.by", act, name))
                .orElse(act);
    }
}
