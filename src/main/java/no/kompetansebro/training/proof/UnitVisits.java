package no.kompetansebro.training.proof;

import java.time.LocalDate;
import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** On which days leaders looked at their units. */
@Repository
@Transactional
class UnitVisits {

    private final JdbcClient jdbc;

    UnitVisits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that the viewer looks today. The last day before today on which they did; empty where they never have. */
    Optional<LocalDate> visit(EmployeeId viewer, UnitCode unit, LocalDate today) {
        return jdbc.sql("""
                insert into unit_visit as v (employer_id, viewer_id, unit_code, visited_on)
                values (:employer, :viewer, :unit, :today)
                on conflict (employer_id, viewer_id, unit_code) do update
                   set before_on = case when v.visited_on < excluded.visited_on then v.visited_on else v.before_on end,
                       visited_on = greatest(v.visited_on, excluded.visited_on)
                returning before_on
                """)
                .param("employer", EmployerScope.required().value())
                .param("viewer", viewer.value())
                .param("unit", unit.value())
                .param("today", today)
                .query((row, _) -> Optional.ofNullable(row.getObject("before_on", LocalDate.class)))
                .single();
    }
}
