package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.assigning.AssignedView.Brief;
import no.kompetansebro.training.assigning.Assignment.Wish;
import no.kompetansebro.training.assigning.Counts.Count;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists assignments, a line for each. */
@Component
@Transactional(readOnly = true)
class AssignedList {

    private final CountedAssignments counted;
    private final Lexicons lexicons;
    private final Employees employees;

    AssignedList(CountedAssignments counted, Lexicons lexicons, Employees employees) {
        this.counted = counted;
        this.lexicons = lexicons;
        this.employees = employees;
    }

    /** Those that the viewer has to do with, as they stand today. */
    List<Brief> of(Viewer viewer, LocalDate today, Words words) {
        return of(counted.seenBy(viewer, today), words);
    }

    /** Those that were counted. */
    List<Brief> of(List<Count> found, Words words) {
        AssignmentWords say = new AssignmentWords(lexicons.current(), words);
        Map<EmployeeId, Employee> names = employees.find(found.stream()
                .flatMap(each -> each.assignment().assignedBy().stream())
                .toList());
        return found.stream().map(each -> line(each, names, say)).toList();
    }

    private static Brief line(Count count, Map<EmployeeId, Employee> names, AssignmentWords say) {
        Assignment assignment = count.assignment();
        Wish wish = assignment.wish();
        Words words = say.words();
        return new Brief(
                AssignedPage.PATH + "/" + assignment.id(),
                say.items(wish.items()),
                say.audience(wish.audience()),
                say.due(wish.due()),
                say.kind(wish.kind()),
                say.progress(count),
                say.width(count),
                count.behind() == 0 ? "" : words.text("training.assign.behind", count.behind()),
                count.isClosed(),
                words.text(
                        "training.assign.by",
                        say.who(assignment.assignedBy(), names),
                        words.date(assignment.assignedOn())));
    }
}
