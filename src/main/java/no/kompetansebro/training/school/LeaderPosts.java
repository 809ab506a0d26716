package no.kompetansebro.training.school;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The posts of leaders of the employer in scope. */
@Repository
@Transactional(readOnly = true)
class LeaderPosts {

    private final JdbcClient jdbc;

    LeaderPosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All on the date, by name. */
    List<LeaderPost> on(LocalDate date) {
        return jdbc.sql("""
                select p.employee_id, p.employee_no, p.given_name, p.family_name, e.unit_code, e.position_code,
                       e.position_title, e.leader_level, e.leads_unit
                  from employment e
                  join employee p on p.employer_id = e.employer_id and p.employee_id = e.employee_id
                 where (e.leader_level is not null or e.leads_unit is not null)
                   and e.valid_from <= :date and (e.valid_until is null or e.valid_until > :date)
                 order by p.family_name, p.given_name, p.employee_no, e.valid_from, e.employment_no
                """).param("date", date).query((row, _) -> post(row)).list();
    }

    private static LeaderPost post(ResultSet row) throws SQLException {
        String given = row.getString("given_name");
        String family = row.getString("family_name");
        return new LeaderPost(
                new EmployeeId(row.getObject("employee_id", UUID.class)),
                new EmployeeNumber(row.getString("employee_no")),
                given + " " + family,
                family + ", " + given,
                new UnitCode(row.getString("unit_code")),
                Optional.ofNullable(row.getString("position_title")).orElse(row.getString("position_code")),
                Optional.ofNullable(row.getString("leader_level")),
                Optional.ofNullable(row.getString("leads_unit")).map(UnitCode::new));
    }
}
