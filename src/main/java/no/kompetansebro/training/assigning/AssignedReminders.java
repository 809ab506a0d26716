package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.Persons;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.Items;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.LocalizedName;
import no.kompetansebro.training.reminders.RemindableTasks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets reminders tell of what is assigned and not done. An offer is nobody's duty, and nobody is reminded of it. */
@Component
@Transactional(readOnly = true)
class AssignedReminders implements RemindableTasks {

    private final Assignments assignments;
    private final Standings standings;
    private final Persons persons;
    private final Items items;

    AssignedReminders(Assignments assignments, Standings standings, Persons persons, Items items) {
        this.assignments = assignments;
        this.standings = standings;
        this.persons = persons;
        this.items = items;
    }

    @Override
    public List<RemindableTasks.Task> open(Collection<EmployeeId> employees, LocalDate today) {
        List<Assignment> binding = assignments.open().stream()
                .filter(assignment -> assignment.wish().kind() != Kind.OFFER)
                .toList();
        List<RemindableTasks.Task> open = new ArrayList<>();
        if (!binding.isEmpty() && !employees.isEmpty()) {
            Tasks tasks = standings.tasks(today);
            Map<ItemCode, LocalizedName> names =
                    items.all().stream().collect(Collectors.toMap(Item::code, Item::name, (one, _) -> one));
            persons.of(
                    employees,
                    Standings.deciding(binding, tasks),
                    (id, person) -> binding.forEach(each -> tasks.on(today, each, id, person).stream()
                            .filter(task -> task.isOpen())
                            .map(task -> told(task, names))
                            .forEach(open::add)));
        }
        return open;
    }

    private static RemindableTasks.Task told(
            no.kompetansebro.training.assigning.Task task, Map<ItemCode, LocalizedName> names) {
        return new RemindableTasks.Task(
                task.employee(),
                task.assignment().id().value() + "/" + task.item(),
                names.getOrDefault(task.item(), LocalizedName.of(task.item().value())),
                task.dates().from(),
                task.due());
    }
}
