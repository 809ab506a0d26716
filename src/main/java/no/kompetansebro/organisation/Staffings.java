package no.kompetansebro.organisation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts who works as what, for the employer in scope; says nobody's name. */
@Repository
@Transactional(readOnly = true)
public class Staffings {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private final JdbcClient jdbc;

    Staffings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those with an employment in the units on the date, by position, year of birth and year of leaving. Who has two positions is
     * counted in both, who has two employments in one position once. A later employment in the same position and in
     * these units puts the leaving off.
     */
    public List<Staffing> on(LocalDate date, Collection<UnitCode> units) {
        return jdbc.sql("""
                        with present as (
                            select position_code, employee_id, sum(fte) as fte
                              from employment
                             where unit_code = any(:units) and valid_from <= :date
                               and (valid_until is null or valid_until > :date)
                             group by position_code, employee_id
                        ), later as (
                            select position_code, employee_id, max(coalesce(valid_until, 'infinity')) as until
                              from employment
                             where unit_code = any(:units) and (valid_until is null or valid_until > :date)
                             group by position_code, employee_id
                        ), titled as (
                            select distinct on (position_code) position_code, position_title
                              from employment
                             where position_title is not null
                             order by position_code, valid_from desc
                        )
                        select present.position_code, coalesce(position_title, present.position_code) as title, birth_year,
                               case when isfinite(until) then extract(year from until - 1)::int end as leaves,
                               count(*) as people, sum(fte) as fte
                          from present
                          join later using (position_code, employee_id)
                          join employee using (employee_id)
                          left join titled using (position_code)
                         group by 1, 2, 3, 4
                         order by 1, 3, 4
                        """)
                .param("date", date)
                .param("units", units.stream().map(UnitCode::value).toArray(String[]::new))
                .query((row, _) -> staffing(row))
                .list();
    }

    private static Staffing staffing(ResultSet row) throws SQLException {
        return new Staffing(
                row.getString("position_code"),
                row.getString("title"),
                year(row, "birth_year"),
                year(row, "leaves"),
                row.getLong("people"),
                row.getBigDecimal("fte").divide(PERCENT));
    }

    private static OptionalInt year(ResultSet row, String column) throws SQLException {
        int year = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(year);
    }
}
