package no.kompetansebro.training.assigning;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.shared.TimeOrderedId;
import no.kompetansebro.training.assigning.Assignment.Next;
import no.kompetansebro.training.assigning.Assignment.Wish;
import no.kompetansebro.training.assigning.AssignmentHistory.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The assignments of the employer in scope; each change is kept in their history. */
@Repository
@Transactional
class Assignments {

    private final JdbcClient jdbc;
    private final AssignmentHistory history;
    private final Clock clock;

    Assignments(JdbcClient jdbc, AssignmentHistory history, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.clock = clock;
    }

    /** Adds it; what follows from another assignment in a unit only once, whoever else adds it at the same moment. */
    AssignmentId add(Wish wish, Optional<EmployeeId> by, LocalDate on, Optional<AssignmentId> follows) {
        AssignmentId id = new AssignmentId(TimeOrderedId.next(clock.instant()));
        if (insert(id, wish, by, on, follows) == 1) {
            addPeople(id, wish.audience());
            history.add(id, 1, Act.ASSIGNED, wish.due(), wish.reason(), by);
        }
        return id;
    }

    private void addPeople(AssignmentId id, Audience audience) {
        if (audience instanceof Audience.People(Set<EmployeeId> people)) {
            jdbc.sql("""
                    insert into assignment_person (employer_id, assignment_id, employee_id)
                    select current_employer(), :id, unnest(:people)
                    """).param("id", id.value()).param("people", keys(people)).update();
        }
    }

    private int insert(
            AssignmentId id, Wish wish, Optional<EmployeeId> by, LocalDate on, Optional<AssignmentId> follows) {
        return AssignmentRow.bind(jdbc.sql("""
                                insert into assignment (employer_id, assignment_id, items, kind, audience, unit_code, target_group,
                                                        due_on, due_days, due_after, afresh, reason, assigned_by, assigned_on,
                                                        assigned_at, next_items, next_days, follows)
                                values (current_employer(), :id, :items, :kind, :audience, :unit, cast(:group as jsonb), :dueOn,
                                        :dueDays, :dueAfter, :afresh, :reason, :by, :on, :now, :nextItems, :nextDays, :follows)
                                on conflict do nothing
                                """), wish.due())
                .param("id", id.value())
                .param("items", AssignmentRow.codes(wish.items()))
                .param("kind", wish.kind().name())
                .param("audience", AssignmentRow.audience(wish.audience()))
                .param("unit", AssignmentRow.unit(wish.audience()), Types.VARCHAR)
                .param("group", AssignmentRow.group(wish.audience()), Types.VARCHAR)
                .param("afresh", wish.afresh())
                .param("reason", wish.reason())
                .param("by", by.map(EmployeeId::value).orElse(null), Types.OTHER)
                .param("on", on)
                .param("now", now())
                .param(
                        "nextItems",
                        wish.next()
                                .map(next -> AssignmentRow.codes(next.items()))
                                .orElse(null),
                        Types.ARRAY)
                .param("nextDays", wish.next().map(Next::days).orElse(null), Types.INTEGER)
                .param("follows", follows.map(AssignmentId::value).orElse(null), Types.OTHER)
                .update();
    }

    /** Gives it another due date and reason, where nobody has changed it since the version. */
    boolean change(AssignmentId id, int version, Due due, String reason, EmployeeId by) {
        int changed = AssignmentRow.bind(jdbc.sql("""
                                update assignment set due_on = :dueOn, due_days = :dueDays, due_after = :dueAfter, reason = :reason,
                                                      version = version + 1
                                 where assignment_id = :id and version = :version and withdrawn_on is null
                                """), due)
                .param("reason", reason)
                .param("id", id.value())
                .param("version", version)
                .update();
        if (changed == 1) {
            history.add(id, version + 1, Act.CHANGED, due, reason, Optional.of(by));
        }
        return changed == 1;
    }

    /** Ends it from the date on, or lets it go on ({@code null}), where nobody has changed it since the version. */
    boolean end(Assignment was, @Nullable LocalDate on, Act act, String reason, EmployeeId by) {
        int changed = jdbc.sql("""
                update assignment set withdrawn_on = :on, version = version + 1
                 where assignment_id = :id and version = :version and (withdrawn_on is null) = (cast(:on as date) is not null)
                """)
                .param("on", on, Types.DATE)
                .param("id", was.id().value())
                .param("version", was.version())
                .update();
        if (changed == 1) {
            history.add(was.id(), was.version() + 1, act, was.wish().due(), reason, Optional.of(by));
        }
        return changed == 1;
    }

    Optional<Assignment> find(AssignmentId id) {
        return jdbc.sql(AssignmentRow.SELECT + " where a.assignment_id = :id")
                .param("id", id.value())
                .query((row, _) -> AssignmentRow.assignment(row))
                .optional();
    }

    /** Those that are not withdrawn, latest first. */
    List<Assignment> open() {
        return jdbc.sql(AssignmentRow.SELECT + " where a.withdrawn_on is null order by a.assignment_id desc")
                .query((row, _) -> AssignmentRow.assignment(row))
                .list();
    }

    /** Those that were somebody's on the date, or may be, latest first. */
    List<Assignment> on(LocalDate date) {
        return jdbc.sql(AssignmentRow.SELECT + """
                 where a.assigned_on <= :date and (a.withdrawn_on is null or a.withdrawn_on > :date) order by a.assignment_id desc
                """)
                .param("date", date)
                .query((row, _) -> AssignmentRow.assignment(row))
                .list();
    }

    /** Those that are not withdrawn and have something that follows. */
    List<Assignment> withNext() {
        return jdbc.sql(AssignmentRow.SELECT
                        + " where a.withdrawn_on is null and a.next_items is not null order by a.assignment_id")
                .query((row, _) -> AssignmentRow.assignment(row))
                .list();
    }

    /** Whether it was followed up in the unit, now or before. */
    boolean isFollowedIn(AssignmentId id, UnitCode unit) {
        return jdbc.sql("select exists (select from assignment where follows = :id and unit_code = :unit)")
                .param("id", id.value())
                .param("unit", unit.value())
                .query(Boolean.class)
                .single();
    }

    private static UUID[] keys(Collection<EmployeeId> employees) {
        return employees.stream().map(EmployeeId::value).toArray(UUID[]::new);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
