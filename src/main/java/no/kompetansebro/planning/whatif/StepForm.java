package no.kompetansebro.planning.whatif;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.PeopleByName;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads a step that somebody has filled in. People are named by their numbers, and go into the address by their keys. */
@Component
class StepForm {

    private static final int LONGEST = 2_000;
    private static final int MOST_PEOPLE = 100;
    private static final List<String> FIELDS = List.of(
            "item",
            "unit",
            "position",
            "lacking",
            "on",
            "rule",
            "months",
            "requirement",
            "competence",
            "from",
            "until",
            "due",
            "grace");

    private final Employees employees;
    private final PeopleByName people;

    StepForm(Employees employees, PeopleByName people) {
        this.employees = employees;
        this.people = people;
    }

    /** Empty where something is missing or wrong, or names a unit or an employee that the viewer may not see. */
    Optional<Step> read(MultiValueMap<String, String> sent, Viewer viewer, LocalDate today) {
        Map<String, String> fields = new LinkedHashMap<>();
        FIELDS.forEach(field -> fields.put(field, value(sent, field)));
        fields.values().removeIf(String::isEmpty);
        Optional<Set<EmployeeId>> named = named(value(sent, "people"), viewer, today);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        if (!named.get().isEmpty()) {
            fields.put("people", named.get().stream().map(Object::toString).collect(Collectors.joining(",")));
        }
        return new StepFields(value(sent, "kind"), fields)
                .step()
                .filter(step -> ScenarioReading.who(step)
                        .allMatch(who -> who.unit().map(viewer::sees).orElse(true)));
    }

    private static String value(MultiValueMap<String, String> sent, String field) {
        String value = sent.getFirst(field);
        return value == null || value.length() > LONGEST ? "" : value.strip();
    }

    private Optional<Set<EmployeeId>> named(String numbers, Viewer viewer, LocalDate today) {
        List<String> given = Stream.of(numbers.split("[,;\\s]+"))
                .filter(number -> !number.isEmpty())
                .distinct()
                .limit(MOST_PEOPLE)
                .toList();
        Set<EmployeeId> found = given.stream()
                .flatMap(number -> employees.find(new EmployeeNumber(number)).stream())
                .map(Employee::id)
                .collect(Collectors.toSet());
        boolean all = found.size() == given.size()
                && people.seenBy(viewer, found, today).size() == found.size();
        return all ? Optional.of(found) : Optional.empty();
    }
}
