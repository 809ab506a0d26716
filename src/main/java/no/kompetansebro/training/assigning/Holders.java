package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import no.kompetansebro.coverage.Persons;
import no.kompetansebro.coverage.engine.Outlook;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.coverage.engine.Result;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.DateInterval;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has an item, as the award rules let it hold, and works in the viewer's area: those who could teach it. */
@Component("teachersHeld")
@Transactional(readOnly = true)
class Holders {

    private final Persons persons;

    Holders(Persons persons) {
        this.persons = persons;
    }

    /**
     * One who has it.
     *
     * @param unit where they work, of those that the viewer sees
     * @param since the first day of the time for which it has held without a break
     * @param last when they last achieved it, or part of it
     */
    record Holder(EmployeeId employee, UnitCode unit, LocalDate since, LocalDate last) {}

    /** Who has it on the day, whoever has achieved it last first. */
    List<Holder> of(Viewer viewer, ItemCode item, LocalDate today) {
        Outlook outlook = persons.outlook();
        Set<ItemCode> deciding = outlook.deciding(item);
        List<Holder> holders = new ArrayList<>();
        BiConsumer<EmployeeId, Person> look = (id, person) -> place(person, viewer, today)
                .ifPresent(unit -> since(outlook, person, item, today)
                        .ifPresent(since -> holders.add(new Holder(id, unit, since, last(person, deciding, today)))));
        if (viewer.everything()) {
            persons.all(deciding, look);
        } else {
            persons.ofUnits(viewer.units(), deciding, look);
        }
        holders.sort(Comparator.comparing(Holder::last).reversed());
        return holders;
    }

    private static Optional<UnitCode> place(Person person, Viewer viewer, LocalDate today) {
        return person.employments().stream()
                .filter(employment -> employment.dates().contains(today))
                .map(employment -> employment.unit())
                .filter(unit -> viewer.everything() || viewer.sees(unit))
                .findFirst();
    }

    private static Optional<LocalDate> since(Outlook outlook, Person person, ItemCode item, LocalDate today) {
        return outlook.has(person, item, LocalDate.MIN, today)
                .intervalContaining(today)
                .map(DateInterval::from);
    }

    private static LocalDate last(Person person, Set<ItemCode> deciding, LocalDate today) {
        return person.results().stream()
                .filter(result -> deciding.contains(result.item()))
                .map(Result::achievedOn)
                .filter(on -> !on.isAfter(today))
                .max(Comparator.naturalOrder())
                .orElse(today);
    }
}
