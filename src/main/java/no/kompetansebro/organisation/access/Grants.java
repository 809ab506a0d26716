package no.kompetansebro.organisation.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.shared.EmployerScope;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rights given to employees of the employer in scope; each says who gave it and who ended it, and when. */
@Repository
@Transactional
public class Grants {

    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;

    Grants(JdbcClient jdbc, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    /** What is given. */
    public enum Kind {
        HR,
        ADMINISTRATOR
    }

    /** What became of giving or ending. */
    public enum Outcome {
        GIVEN,
        WAITS,
        CONFIRMED,
        ENDED,
        NEEDS_APPOINTED,
        EMPLOYEE_UNKNOWN,
        UNIT_UNKNOWN,
        ONESELF,
        NOTHING_CHANGED
    }

    /** A right that holds, or waits for a second person; without a unit for the whole employer. */
    public record Given(
            UUID id,
            String number,
            String name,
            Kind kind,
            Optional<String> unit,
            LocalDate from,
            String givenBy,
            OffsetDateTime givenAt,
            boolean waits,
            Optional<String> confirmedBy) {}

    /** The rights that hold on the date or wait, by name. */
    @Transactional(readOnly = true)
    public List<Given> on(LocalDate date) {
        return jdbc.sql("""
                select g.grant_id, e.employee_no, e.given_name || ' ' || e.family_name as employee_name, g.kind,
                       u.name as unit_name, g.valid_from, g.granted_by, g.granted_at, g.waits, g.confirmed_by
                  from access_grant g
                  join employee e on e.employer_id = g.employer_id and e.employee_id = g.employee_id
                  left join unit u on u.employer_id = g.employer_id and u.unit_code = g.unit_code
                 where g.valid_from <= :date and (g.valid_until is null or g.valid_until > :date)
                 order by e.family_name, e.given_name, g.grant_id
                """).param("date", date).query((row, _) -> given(row)).list();
    }

    /**
     * Gives the right from the date on. Nobody gives themselves any; an administrator's right is for the whole
     * employer, whatever unit is named.
     *
     * @param waits whether it holds only once a second person has confirmed it
     */
    public Outcome give(
            Viewer giver,
            EmployeeId employee,
            Kind kind,
            Optional<UnitCode> unit,
            LocalDate from,
            String by,
            boolean waits) {
        Optional<UnitCode> area = unit.filter(_ -> kind == Kind.HR);
        if (giver.employee().filter(employee::equals).isPresent()) {
            return Outcome.ONESELF;
        }
        if (area.isPresent() && units.tree().unit(area.get()).isEmpty()) {
            return Outcome.UNIT_UNKNOWN;
        }
        if (insert(employee, kind, area, from, by, waits) == 0) {
            return Outcome.NOTHING_CHANGED;
        }
        return waits ? Outcome.WAITS : Outcome.GIVEN;
    }

    /** Lets a right that waits hold. The second person must be another than the one who proposed it. */
    public Outcome confirm(Viewer second, UUID grant, String by) {
        if (!second.appointed()) {
            return Outcome.NEEDS_APPOINTED;
        }
        int confirmed = jdbc.sql("""
                update access_grant set waits = false, confirmed_by = :by, confirmed_at = :at
                 where grant_id = :grant and waits and granted_by <> :by
                """)
                .param("grant", grant)
                .param("by", by)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return confirmed == 1 ? Outcome.CONFIRMED : Outcome.NOTHING_CHANGED;
    }

    /** What kind of right it is, where it holds; empty for one that waits or is not there. */
    @Transactional(readOnly = true)
    public Optional<Kind> kind(UUID grant) {
        return jdbc.sql("select kind from access_grant where grant_id = :grant and not waits")
                .param("grant", grant)
                .query((row, _) -> Kind.valueOf(row.getString("kind")))
                .optional();
    }

    /** Ends the right: it no longer holds on the date. */
    public Outcome end(UUID grant, LocalDate on, String by) {
        int ended = jdbc.sql("""
                update access_grant set valid_until = :on, ended_by = :by, ended_at = :at
                 where grant_id = :grant and (valid_until is null or valid_until > :on)
                """)
                .param("grant", grant)
                .param("on", on)
                .param("by", by)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return ended == 1 ? Outcome.ENDED : Outcome.NOTHING_CHANGED;
    }

    private int insert(
            EmployeeId employee, Kind kind, Optional<UnitCode> unit, LocalDate from, String by, boolean waits) {
        return jdbc.sql("""
                insert into access_grant
                    (employer_id, grant_id, employee_id, kind, unit_code, valid_from, granted_by, granted_at, waits)
                select :employer, :grant, :employee, :kind, :unit, :from, :by, :at, :waits
                 where not exists (select 1 from access_grant
                                    where employee_id = :employee and kind = :kind
                                      and unit_code is not distinct from cast(:unit as text)
                                      and (valid_until is null or valid_until > :from) and (:waits or not waits))
                """)
                .param("employer", EmployerScope.required().value())
                .param("grant", TimeOrderedId.next(clock.instant()))
                .param("employee", employee.value())
                .param("kind", kind.name())
                .param("unit", unit.map(UnitCode::value).orElse(null))
                .param("from", from)
                .param("by", by)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("waits", waits)
                .update();
    }

    private static Given given(ResultSet row) throws SQLException {
        return new Given(
                row.getObject("grant_id", UUID.class),
                row.getString("employee_no"),
                row.getString("employee_name"),
                Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("unit_name")),
                row.getObject("valid_from", LocalDate.class),
                row.getString("granted_by"),
                row.getObject("granted_at", OffsetDateTime.class),
                row.getBoolean("waits"),
                Optional.ofNullable(row.getString("confirmed_by")));
    }
}
