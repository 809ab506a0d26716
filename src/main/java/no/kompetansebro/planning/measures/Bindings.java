package no.kompetansebro.planning.measures;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The agreements on binding time of the employer in scope. */
@Repository
@Transactional
class Bindings {

    private final JdbcClient jdbc;
    private final Clock clock;

    Bindings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is agreed on. */
    record Agreed(
            EmployeeId employee,
            Optional<UUID> track,
            String agreement,
            BigDecimal support,
            int months,
            LocalDate from) {}

    /** All, by when they begin: with the completion of the education, where it is one that is kept here. */
    @Transactional(readOnly = true)
    List<Binding> all() {
        return jdbc.sql("""
                select b.agreement_id, b.employee_id, b.track_id, b.agreement, b.support, b.months, b.ended_on, b.reason, b.version,
                       case t.state when 'COMPLETED' then t.ended_on when 'ONGOING' then t.expected_on
                                    else b.valid_from end as begins
                  from binding_agreement b
                  left join education_track t on t.employer_id = b.employer_id and t.track_id = b.track_id
                 order by begins, b.agreement_id
                """).query((row, _) -> binding(row)).list();
    }

    @Transactional(readOnly = true)
    Optional<Binding> find(UUID id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    UUID add(Agreed agreed, Optional<EmployeeId> by) {
        UUID id = TimeOrderedId.next(clock.instant());
        jdbc.sql("""
                insert into binding_agreement (employer_id, agreement_id, employee_id, track_id, agreement, support, months,
                                               valid_from, made_by, made_at)
                values (current_employer(), :id, :employee, :track, :agreement, :support, :months, :from, :by, :now)
                """)
                .param("id", id)
                .param("employee", agreed.employee().value())
                .param("track", agreed.track().orElse(null), Types.OTHER)
                .param("agreement", agreed.agreement())
                .param("support", agreed.support())
                .param("months", agreed.months())
                .param("from", agreed.from())
                .param("by", by.map(EmployeeId::value).orElse(null), Types.OTHER)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** Ends it before its time for a reason, where nobody has changed it since the version. */
    boolean end(UUID id, int version, LocalDate on, String reason) {
        return jdbc.sql("""
                        update binding_agreement set ended_on = :on, reason = :reason, version = version + 1
                         where agreement_id = :id and version = :version and ended_on is null
                        """)
                        .param("on", on)
                        .param("reason", reason)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    private static Binding binding(ResultSet row) throws SQLException {
        return new Binding(
                row.getObject("agreement_id", UUID.class),
                new EmployeeId(row.getObject("employee_id", UUID.class)),
                MeasureRows.key(row, "track_id"),
                row.getString("agreement"),
                row.getBigDecimal("support"),
                row.getInt("months"),
                row.getObject("begins", LocalDate.class),
                Optional.ofNullable(row.getObject("ended_on", LocalDate.class)),
                row.getString("reason"),
                row.getInt("version"));
    }
}
