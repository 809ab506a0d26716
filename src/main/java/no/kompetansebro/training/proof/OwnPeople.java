package no.kompetansebro.training.proof;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The units of whoever decides, and the people who work there. */
@Repository
@Transactional
class OwnPeople {

    private static final String INDENT = "\u00a0\u00a0\u00a0";

    private final Units units;
    private final JdbcClient jdbc;

    OwnPeople(Units units, JdbcClient jdbc) {
        this.units = units;
        this.jdbc = jdbc;
    }

    /** A unit to choose. */
    record Choice(String value, String text, boolean chosen) {}

    /** Somebody who works there. */
    record Person(EmployeeId id, String name, String number) {}

    /** The unit that was asked for where it is the viewer's, else one that is led, else the topmost. */
    Optional<UnitCode> unit(Viewer viewer, String asked) {
        UnitTree tree = units.tree();
        if (!asked.isEmpty()) {
            return tree.unit(new UnitCode(asked)).map(Unit::code).filter(viewer::sees);
        }
        return viewer.ledUnits().stream()
                .sorted()
                .findFirst()
                .or(() -> tree.all().stream()
                        .map(Unit::code)
                        .filter(viewer::sees)
                        .min(Comparator.comparingInt(code -> tree.path(code).size())));
    }

    List<Choice> choices(Viewer viewer, UnitCode chosen) {
        UnitTree tree = units.tree();
        return tree.all().stream()
                .filter(unit -> unit.endedOn().isEmpty() && viewer.sees(unit.code()))
                .sorted(Comparator.comparing(unit -> path(tree, unit)))
                .map(unit -> new Choice(
                        unit.code().value(),
                        INDENT.repeat(Math.max(0, tree.path(unit.code()).size() - 1)) + unit.name(),
                        unit.code().equals(chosen)))
                .toList();
    }

    private static String path(UnitTree tree, Unit unit) {
        return tree.path(unit.code()).reversed().stream()
                .map(each -> each.code().value())
                .collect(Collectors.joining("\u0001"));
    }

    /** The unit and those below it that the viewer sees. */
    Set<UnitCode> within(Viewer viewer, UnitCode unit) {
        return units.tree().within(unit).stream().filter(viewer::sees).collect(Collectors.toSet());
    }

    /** Who works in the unit or below it on the date, but for the viewer; by name. */
    List<Person> of(Viewer viewer, UnitCode unit, LocalDate date) {
        return jdbc.sql("""
                select e.employee_id, e.employee_no, e.given_name || ' ' || e.family_name as name
                  from employee e
                 where exists (select from employment m
                                where m.employer_id = e.employer_id and m.employee_id = e.employee_id
                                  and m.unit_code = any(:units) and m.valid_from <= :date
                                  and (m.valid_until is null or m.valid_until > :date))
                   and e.employee_id <> :viewer
                 order by e.family_name, e.given_name, e.employee_no
                """)
                .param(
                        "units",
                        within(viewer, unit).stream().map(UnitCode::value).toArray(String[]::new))
                .param("date", date)
                .param("viewer", viewer.employee().map(EmployeeId::value).orElse(new UUID(0, 0)))
                .query((row, _) -> new Person(
                        new EmployeeId(row.getObject("employee_id", UUID.class)),
                        row.getString("name"),
                        row.getString("employee_no")))
                .list();
    }
}
