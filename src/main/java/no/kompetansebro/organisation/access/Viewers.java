package no.kompetansebro.organisation.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a visitor may see today, read anew each time: a leader's units from the employments that are current today, HR's
 * and administrators' from grants that are valid today. Nothing that an LMS says gives any of it, but the one word
 * about administrators that the employer trusts.
 */
@Component
@Transactional(readOnly = true)
public class Viewers {

    private final JdbcClient jdbc;
    private final Units units;
    private final EmployerCalendar calendar;
    private final Clock clock;

    Viewers(JdbcClient jdbc, Units units, EmployerCalendar calendar, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The visitor's sight today. The visitor must be one of the employer in scope: all else is a broken promise. */
    public Viewer of(Visitor visitor) {
        if (!EmployerScope.required().equals(visitor.employer())) {
            throw new IllegalStateException("The visitor belongs to another employer than the one in scope");
        }
        boolean trusted = visitor.isTrustedAdministrator(clock.instant());
        return visitor.employee()
                .map(employee -> visitor.withoutRights()
                        ? withoutRights(visitor.employee(), trusted)
                        : viewer(employee, trusted, calendar.today()))
                .orElseGet(() -> withoutRights(Optional.empty(), trusted));
    }

    /**
     * Whether the viewer may see the person by name: it is the viewer, or one of the person's employments that is
     * current today or starts later is in the viewer's units. Who sees everything sees former employees too.
     */
    public boolean sees(Viewer viewer, EmployeeId person) {
        return viewer.everything()
                || viewer.employee().filter(person::equals).isPresent()
                || unitsFrom(person, calendar.today()).stream().anyMatch(viewer::sees);
    }

    private List<UnitCode> unitsFrom(EmployeeId person, LocalDate today) {
        return jdbc.sql("""
                        select distinct unit_code from employment
                         where employee_id = :person and (valid_until is null or valid_until > :today)
                        """)
                .param("person", person.value())
                .param("today", today)
                .query((row, n) -> new UnitCode(row.getString("unit_code")))
                .list();
    }

    private static Viewer withoutRights(Optional<EmployeeId> employee, boolean administrator) {
        return new Viewer(employee, Set.of(), Set.of(), Set.of(), false, administrator, false, employee.isPresent());
    }

    private Viewer viewer(EmployeeId employee, boolean trustedAdministrator, LocalDate today) {
        List<Grant> grants = grants(employee, today);
        Set<UnitCode> led = ledUnits(employee, today);
        Set<UnitCode> hr = hrUnits(grants);
        boolean appointed = grants.stream().anyMatch(Grant::isAdministrators);
        return new Viewer(
                Optional.of(employee),
                below(led, hr),
                led,
                hr,
                grants.stream().anyMatch(Grant::isForEverything),
                trustedAdministrator || appointed,
                appointed);
    }

    private Set<UnitCode> below(Set<UnitCode> led, Set<UnitCode> hr) {
        if (led.isEmpty() && hr.isEmpty()) {
            return Set.of();
        }
        UnitTree tree = units.tree();
        Set<UnitCode> all = tree.within(led);
        all.addAll(tree.within(hr));
        return all;
    }

    private static Set<UnitCode> hrUnits(List<Grant> grants) {
        return grants.stream()
                .filter(g -> !g.isAdministrators())
                .flatMap(g -> g.unit().stream())
                .collect(Collectors.toSet());
    }

    private Set<UnitCode> ledUnits(EmployeeId employee, LocalDate today) {
        return jdbc.sql("""
                        select leads_unit from employment
                         where employee_id = :employee and leads_unit is not null
                           and valid_from <= :today and (valid_until is null or valid_until > :today)
                        """)
                .param("employee", employee.value())
                .param("today", today)
                .query((row, n) -> new UnitCode(row.getString("leads_unit")))
                .set();
    }

    private List<Grant> grants(EmployeeId employee, LocalDate today) {
        return jdbc.sql("""
                        select kind, unit_code from access_grant
                         where employee_id = :employee and not waits
                           and valid_from <= :today and (valid_until is null or valid_until > :today)
                        """)
                .param("employee", employee.value())
                .param("today", today)
                .query((row, n) -> new Grant(
                        row.getString("kind"),
                        Optional.ofNullable(row.getString("unit_code")).map(UnitCode::new)))
                .list();
    }

    private record Grant(String kind, Optional<UnitCode> unit) {

        boolean isAdministrators() {
            return kind.equals("ADMINISTRATOR");
        }

        boolean isForEverything() {
            return kind.equals("HR") && unit.isEmpty();
        }
    }
}
