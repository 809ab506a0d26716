package no.kompetansebro.organisation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How much is worked where and as what, for the employer in scope: heads and full-time equivalents on a date. */
@Repository
@Transactional(readOnly = true)
public class Workforce {

    private final JdbcClient jdbc;

    Workforce(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What rows of work are by. */
    public enum By {
        UNIT,
        POSITION
    }

    /**
     * The work of a unit (itself, without those below) or of a position.
     *
     * @param title the latest title of the position that is in use
     * @param heads different employees
     * @param fte percent of a full position, those on leave among it
     * @param onLeave of it, of those on leave on the date
     */
    public record Work(String key, Optional<String> title, long heads, BigDecimal fte, BigDecimal onLeave) {}

    /** The work on the date by unit or by position, by code; of the units given, else of every unit. */
    public List<Work> on(LocalDate date, Optional<? extends Collection<UnitCode>> units, By by) {
        String key = by == By.UNIT ? "e.unit_code" : "e.position_code";
        return jdbc.sql("""
                select %1$s as key,
                       (array_agg(e.position_title order by e.valid_from desc)
                           filter (where e.position_title is not null))[1] as title,
                       count(distinct e.employee_id) as heads,
                       sum(e.fte) as fte,
                       coalesce(sum(e.fte) filter (where exists (
                           select from employment_leave l
                            where l.employer_id = e.employer_id and l.employment_no = e.employment_no
                              and l.valid_from <= :date and (l.valid_until is null or l.valid_until > :date))), 0)
                           as on_leave
                  from employment e
                 where e.valid_from <= :date and (e.valid_until is null or e.valid_until > :date)
                   and (:everywhere or e.unit_code = any(:units))
                 group by 1 order by 1
                """.formatted(key))
                .param("date", date)
                .param("everywhere", units.isEmpty())
                .param("units", codes(units))
                .query((row, _) -> new Work(
                        row.getString("key"),
                        by == By.POSITION ? Optional.ofNullable(row.getString("title")) : Optional.empty(),
                        row.getLong("heads"),
                        row.getBigDecimal("fte"),
                        row.getBigDecimal("on_leave")))
                .list();
    }

    /** The different employees who work in the units given, else anywhere, on the date. */
    public long heads(LocalDate date, Optional<? extends Collection<UnitCode>> units) {
        return jdbc.sql("""
                select count(distinct employee_id) from employment
                 where valid_from <= :date and (valid_until is null or valid_until > :date)
                   and (:everywhere or unit_code = any(:units))
                """)
                .param("date", date)
                .param("everywhere", units.isEmpty())
                .param("units", codes(units))
                .query(Long.class)
                .single();
    }

    /** Who works in the position on the date, in the units given, else anywhere. */
    public List<EmployeeId> inPosition(
            LocalDate date, Optional<? extends Collection<UnitCode>> units, String position) {
        return jdbc.sql("""
                select distinct employee_id from employment
                 where valid_from <= :date and (valid_until is null or valid_until > :date)
                   and position_code = :position and (:everywhere or unit_code = any(:units))
                """)
                .param("date", date)
                .param("position", position)
                .param("everywhere", units.isEmpty())
                .param("units", codes(units))
                .query((row, _) -> new EmployeeId(row.getObject("employee_id", UUID.class)))
                .list();
    }

    private static String[] codes(Optional<? extends Collection<UnitCode>> units) {
        return units.stream().flatMap(Collection::stream).map(UnitCode::value).toArray(String[]::new);
    }
}
