package no.kompetansebro.training.reminders;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.LocalizedName;

/** What people have been given to do, for their reminders: declare a bean of it. Asked in the employer's scope. */
public interface RemindableTasks {

    /**
     * Something that the employee is to do.
     *
     * @param key the same for as long as it is the same task; it is told of once as new
     * @param assignedOn since when it is theirs
     * @param due the last day that is in time
     */
    record Task(EmployeeId employee, String key, LocalizedName name, LocalDate assignedOn, LocalDate due) {}

    /** Those tasks of the employees that are not done on the date; offers, which nobody has to take, left out. */
    List<Task> open(Collection<EmployeeId> employees, LocalDate today);
}
