package no.kompetansebro.planning.measures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.planning.EducationSupply.Kind;
import no.kompetansebro.planning.measures.Track.State;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The educations of employees of the employer in scope. Nothing is ever deleted. */
@Repository
@Transactional
class EducationTracks {

    private final JdbcClient jdbc;
    private final Clock clock;

    EducationTracks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All, by when they are expected to be completed. */
    @Transactional(readOnly = true)
    List<Track> all() {
        return jdbc.sql("""
                select track_id, employee_id, kind, name, items, position_code, valid_from, expected_on, state, ended_on,
                       reason, version
                  from education_track order by expected_on, track_id
                """).query((row, _) -> track(row)).list();
    }

    @Transactional(readOnly = true)
    Optional<Track> find(UUID id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    UUID add(EmployeeId employee, Track.Content content, Optional<EmployeeId> by) {
        UUID id = TimeOrderedId.next(clock.instant());
        bind(jdbc.sql("""
                        insert into education_track (employer_id, track_id, employee_id, kind, name, items, position_code,
                                                     valid_from, expected_on, made_by, made_at)
                        values (current_employer(), :id, :employee, :kind, :name, :items, :position, :from, :expectedOn,
                                :by, :now)
                        """), content)
                .param("id", id)
                .param("employee", employee.value())
                .param("by", by.map(EmployeeId::value).orElse(null), Types.OTHER)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** Expects its end on another date, where nobody has changed it since the version and it goes on. */
    boolean expect(UUID id, int version, LocalDate expectedOn) {
        return jdbc.sql("""
                        update education_track set expected_on = :expectedOn, version = version + 1
                         where track_id = :id and version = :version and state = 'ONGOING' and valid_from < :expectedOn
                        """)
                        .param("expectedOn", expectedOn)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Ends it, or lets it go on without a date, where nobody has changed it since the version. */
    boolean end(UUID id, int version, State state, Optional<LocalDate> on, String reason) {
        return jdbc.sql("""
                        update education_track set state = :state, ended_on = :on, reason = :reason, version = version + 1
                         where track_id = :id and version = :version and state <> :state
                        """)
                        .param("state", state.name())
                        .param("on", on.orElse(null), Types.DATE)
                        .param("reason", reason)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    private static StatementSpec bind(StatementSpec statement, Track.Content content) {
        return statement
                .param("kind", content.kind().name())
                .param("name", content.name())
                .param("items", content.items().stream().map(ItemCode::value).toArray(String[]::new))
                .param("position", content.position().orElse(null), Types.VARCHAR)
                .param("from", content.from())
                .param("expectedOn", content.expectedOn());
    }

    private static Track track(ResultSet row) throws SQLException {
        return new Track(
                row.getObject("track_id", UUID.class),
                new EmployeeId(row.getObject("employee_id", UUID.class)),
                new Track.Content(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        MeasureRows.texts(row.getArray("items")).stream()
                                .map(ItemCode::new)
                                .toList(),
                        Optional.ofNullable(row.getString("position_code")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("expected_on", LocalDate.class)),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("ended_on", LocalDate.class)),
                row.getString("reason"),
                row.getInt("version"));
    }
}
