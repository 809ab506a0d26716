package no.kompetansebro.training.proof;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The claims of the employer in scope about which somebody decides, and those about which was decided. */
@Repository
@Transactional(readOnly = true)
class ClaimsInSight {

    /** Of people whom the viewer sees (as {@code Viewers.sees}), and never of the viewer. */
    private static final String OF_OTHERS_IN_SIGHT = """
             c.employee_id is distinct from :viewer
               and exists (select from employment m
                            where m.employer_id = c.employer_id and m.employee_id = c.employee_id
                              and (m.valid_until is null or m.valid_until > :today)
                              and (:everything or m.unit_code = any(:units)))
            """;

    private final JdbcClient jdbc;

    ClaimsInSight(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What waits for the viewer's decision, of people in the units where any are given; the oldest first. */
    List<Claim> waiting(Viewer viewer, LocalDate today, Optional<Collection<UnitCode>> units) {
        return inSight("c.state = 'WAITING' order by c.made_at, c.claim_id limit 500", viewer, today, units);
    }

    /** What was decided about people in the viewer's units, the latest first. */
    List<Claim> decided(Viewer viewer, LocalDate today) {
        return inSight(
                "c.state in ('ATTESTED', 'REFUSED', 'REVOKED') order by c.decided_at desc, c.claim_id limit 50",
                viewer,
                today,
                Optional.empty());
    }

    private List<Claim> inSight(String which, Viewer viewer, LocalDate today, Optional<Collection<UnitCode>> units) {
        Collection<UnitCode> within = units.orElse(viewer.units());
        return jdbc.sql(ClaimRow.SELECT + " where " + OF_OTHERS_IN_SIGHT + " and " + which)
                .param("viewer", viewer.employee().map(EmployeeId::value).orElse(null), Types.OTHER)
                .param("today", today)
                .param("everything", viewer.everything() && units.isEmpty())
                .param("units", within.stream().map(UnitCode::value).toArray(String[]::new))
                .query(ClaimRow::claim)
                .list();
    }
}
