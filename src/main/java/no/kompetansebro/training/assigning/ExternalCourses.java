package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What people have taken outside of the house, and have not been asked to share. */
@Repository
@Transactional(readOnly = true)
class ExternalCourses {

    /** Later nobody remembers enough of it. */
    private static final int DAYS = 60;

    private final JdbcClient jdbc;
    private final Units units;

    ExternalCourses(JdbcClient jdbc, Units units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    /** Somebody has taken it. */
    record Taken(EmployeeId employee, ItemCode item, LocalDate on) {}

    /**
     * The latest, of people of the unit and those below it; not those of whoever was assigned an activity on the day of the
     * course or later, and not the viewer's own.
     */
    List<Taken> unshared(Viewer viewer, UnitCode unit, LocalDate today, int most) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(
                "units",
                units.tree().within(unit).stream()
                        .filter(viewer::sees)
                        .map(UnitCode::value)
                        .toArray(String[]::new));
        parameters.put("today", today);
        parameters.put("since", today.minusDays(DAYS));
        parameters.put("viewer", viewer.employee().map(EmployeeId::value).orElse(new UUID(0, 0)));
        parameters.put("most", most);
        return jdbc.sql("""
                select r.employee_id, r.item, max(r.achieved_on) as taken_on
                  from result r
                  join item i on i.employer_id = r.employer_id and i.code = r.item and i.arena = 'EXTERNAL'
                 where r.revoked_at is null and r.achieved_on between :since and :today and r.employee_id <> :viewer
                   and exists (select from employment m
                                where m.employer_id = r.employer_id and m.employee_id = r.employee_id
                                  and m.unit_code = any(:units) and m.valid_from <= :today
                                  and (m.valid_until is null or m.valid_until > :today))
                   and not exists (select from assignment_person p
                                     join assignment a on a.employer_id = p.employer_id and a.assignment_id = p.assignment_id
                                     join item s on s.employer_id = a.employer_id and s.code = any(a.items)
                                      and (s.kind = 'PRACTICE' or s.arena in ('WORKPLACE', 'NETWORK'))
                                    where p.employer_id = r.employer_id and p.employee_id = r.employee_id
                                      and a.withdrawn_on is null and a.assigned_on >= r.achieved_on)
                 group by r.employee_id, r.item
                 order by taken_on desc, r.employee_id, r.item limit :most
                """)
                .params(parameters)
                .query((row, _) -> new Taken(
                        new EmployeeId(row.getObject("employee_id", UUID.class)),
                        new ItemCode(row.getString("item")),
                        row.getObject("taken_on", LocalDate.class)))
                .list();
    }
}
