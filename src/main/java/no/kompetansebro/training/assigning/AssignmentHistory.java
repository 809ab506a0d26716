package no.kompetansebro.training.assigning;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What became of the assignments of the employer in scope, by whom and when; and what was tried and refused. */
@Repository
@Transactional
class AssignmentHistory {

    private final JdbcClient jdbc;
    private final Clock clock;

    AssignmentHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What became of an assignment. */
    enum Act {
        ASSIGNED,
        CHANGED,
        WITHDRAWN,
        UNDONE,
        REOPENED
    }

    /** A line of an assignment's history: the due date and reason that it has had from then on. */
    record Change(Act act, Due due, String reason, Optional<EmployeeId> by, OffsetDateTime at) {}

    /** Of the assignment, the first change first. */
    @Transactional(readOnly = true)
    List<Change> of(AssignmentId id) {
        return jdbc.sql("""
                select act, due_on, due_days, (select due_after from assignment a where a.assignment_id = c.assignment_id) as due_after,
                       reason, done_by, done_at
                  from assignment_change c where assignment_id = :id order by version
                """)
                .param("id", id.value())
                .query((row, _) -> new Change(
                        Act.valueOf(row.getString("act")),
                        AssignmentRow.due(row),
                        row.getString("reason"),
                        AssignmentRow.employee(row, "done_by"),
                        row.getObject("done_at", OffsetDateTime.class)))
                .list();
    }

    /** Adds a line. */
    void add(AssignmentId id, int version, Act act, Due due, String reason, Optional<EmployeeId> by) {
        jdbc.sql("""
                insert into assignment_change (employer_id, change_id, assignment_id, version, act, due_on, due_days, reason, done_by,
                                               done_at)
                values (current_employer(), :change, :id, :version, :act, :dueOn, :dueDays, :reason, :by, :now)
                """)
                .param("change", TimeOrderedId.next(clock.instant()))
                .param("id", id.value())
                .param("version", version)
                .param("act", act.name())
                .param("dueOn", due instanceof Due.On(LocalDate date) ? date : null, Types.DATE)
                .param("dueDays", AssignmentRow.days(due), Types.INTEGER)
                .param("reason", reason)
                .param("by", by.map(EmployeeId::value).orElse(null), Types.OTHER)
                .param("now", now())
                .update();
    }

    /** Keeps that somebody tried what they may not. */
    void refused(Optional<EmployeeId> viewer, String act, Audience audience) {
        jdbc.sql("""
                insert into assignment_refusal (employer_id, refusal_id, refused_at, viewer_id, act, audience, detail)
                values (current_employer(), :refusal, :now, :viewer, :act, :audience, :detail)
                """)
                .param("refusal", TimeOrderedId.next(clock.instant()))
                .param("now", now())
                .param("viewer", viewer.map(EmployeeId::value).orElse(null), Types.OTHER)
                .param("act", act)
                .param("audience", AssignmentRow.audience(audience))
                .param(
                        "detail",
                        audience instanceof Audience.People(Set<EmployeeId> people)
                                ? String.valueOf(people.size())
                                : AssignmentRow.unit(audience),
                        Types.VARCHAR)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
