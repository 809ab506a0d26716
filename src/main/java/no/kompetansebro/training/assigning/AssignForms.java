package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.coverage.Persons;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.Item;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.assigning.AssignView.Group;
import no.kompetansebro.training.assigning.AssignView.Option;
import org.springframework.stereotype.Component;

/** Puts the form together in which something is assigned. */
@Component
class AssignForms {

    private static final String INDENT = "\u00a0\u00a0\u00a0";

    private final Lexicons lexicons;
    private final Persons persons;
    private final Employees employees;

    AssignForms(Lexicons lexicons, Persons persons, Employees employees) {
        this.lexicons = lexicons;
        this.persons = persons;
        this.employees = employees;
    }

    AssignView of(Viewer viewer, AssignForm form, List<String> errors, LocalDate today, Words words) {
        Lexicon lexicon = lexicons.current();
        List<Option> units = units(viewer, lexicon.units(), form.value(AssignForm.UNIT));
        return new AssignView(
                form,
                items(lexicon, form, words),
                units,
                people(viewer, form, lexicon, today),
                Arrays.stream(Kind.values())
                        .map(kind -> new Option(
                                kind.name(),
                                words.text("training.assign.kind." + kind.name()),
                                words.text("training.assign.kind." + kind.name() + ".note"),
                                form.is(AssignForm.KIND, kind.name(), kind == Kind.IMPOSED)))
                        .toList(),
                next(lexicon, form, words),
                viewer.plans(),
                errors);
    }

    private static List<Group> items(Lexicon lexicon, AssignForm form, Words words) {
        Set<String> chosen = form.all(AssignForm.ITEM);
        Map<Item.Kind, List<Option>> byKind = new LinkedHashMap<>();
        byKind.put(Item.Kind.PROGRAMME, new ArrayList<>());
        lexicon.items()
                .values()
                .forEach(item -> byKind.computeIfAbsent(item.kind(), _ -> new ArrayList<>())
                        .add(new Option(
                                item.code().value(),
                                words.name(item.name()),
                                note(item, words),
                                chosen.contains(item.code().value()))));
        return byKind.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> new Group(
                        words.text("training.assign.item." + each.getKey().name()),
                        each.getValue().stream()
                                .sorted(Comparator.comparing((Option option) -> !option.chosen())
                                        .thenComparing(Option::text))
                                .toList()))
                .toList();
    }

    private static String note(Item item, Words words) {
        String where = item.arena()
                .map(arena -> words.text("coverage.arena." + arena.name()))
                .orElse("");
        String hours = item.hours()
                .map(h -> words.text("training.assign.hours", words.number(h)))
                .orElse("");
        return where.isEmpty() || hours.isEmpty() ? where + hours : where + ", " + hours;
    }

    private static List<Option> next(Lexicon lexicon, AssignForm form, Words words) {
        return lexicon.items().values().stream()
                .map(item -> new Option(
                        item.code().value(),
                        words.name(item.name()),
                        "",
                        form.value(AssignForm.NEXT).equals(item.code().value())))
                .sorted(Comparator.comparing(Option::text))
                .toList();
    }

    /** Those that the viewer sees, each below its parent. */
    private static List<Option> units(Viewer viewer, UnitTree tree, String chosen) {
        List<Option> options = new ArrayList<>();
        tree.all().stream()
                .filter(unit -> viewer.sees(unit.code()))
                .filter(unit -> unit.parent().filter(viewer::sees).isEmpty())
                .forEach(top -> add(top, 0, tree, chosen, options));
        return options;
    }

    private static void add(Unit unit, int depth, UnitTree tree, String chosen, List<Option> options) {
        if (unit.endedOn().isEmpty()) {
            String code = unit.code().value();
            options.add(new Option(code, INDENT.repeat(depth) + unit.name(), "", code.equals(chosen)));
        }
        tree.children(unit.code()).forEach(child -> add(child, depth + 1, tree, chosen, options));
    }

    /** Who works in the chosen unit or will, by name. */
    private List<Option> people(Viewer viewer, AssignForm form, Lexicon lexicon, LocalDate today) {
        UnitCode unit = new UnitCode(form.value(AssignForm.UNIT));
        if (!viewer.sees(unit)) {
            return List.of();
        }
        Set<UnitCode> within = lexicon.units().within(unit);
        Map<EmployeeId, String> where = new LinkedHashMap<>();
        persons.ofUnits(
                within,
                (id, person) -> unitOf(person, within, today).ifPresent(code -> where.put(id, lexicon.name(code))));
        Set<String> chosen = form.all(AssignForm.PERSON);
        return employees.find(where.keySet()).values().stream()
                .sorted(Comparator.comparing(Employee::familyName).thenComparing(Employee::givenName))
                .map(employee -> new Option(
                        employee.id().toString(),
                        employee.familyName() + ", " + employee.givenName(),
                        where.getOrDefault(employee.id(), ""),
                        chosen.contains(employee.id().toString())))
                .toList();
    }

    private static Optional<UnitCode> unitOf(Person person, Set<UnitCode> within, LocalDate today) {
        return person.employments().stream()
                .filter(e -> e.dates().until().isAfter(today) && within.contains(e.unit()))
                .map(e -> e.unit())
                .findFirst();
    }
}
