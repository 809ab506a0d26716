package no.kompetansebro.training.assigning;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.TargetGroupJson;
import no.kompetansebro.shared.Jsonb;
import no.kompetansebro.shared.TimeOrderedId;
import no.kompetansebro.training.assigning.Assignment.Next;
import no.kompetansebro.training.assigning.Assignment.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The assignments of the employer in scope, with their history. */
@Repository
@Transactional
class Assignments {

    private static final String SELECT = """
            select a.assignment_id, a.items, a.kind, a.audience, a.unit_code, a.target_group, a.due_on, a.due_days, a.due_after,
                   a.afresh, a.reason, a.assigned_by, a.assigned_on, a.withdrawn_on, a.version, a.next_items, a.next_days,
                   array(select p.employee_id from assignment_person p
                          where p.employer_id = a.employer_id and p.assignment_id = a.assignment_id) as people
              from assignment a
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Assignments(JdbcClient jdbc, Clock clock) {
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

    /** Adds it; what follows from another assignment in a unit only once, whoever else adds it at the same moment. */
    AssignmentId add(Wish wish, Optional<EmployeeId> by, LocalDate on, Optional<AssignmentId> follows) {
        AssignmentId id = new AssignmentId(TimeOrderedId.next(clock.instant()));
        if (insert(id, wish, by, on, follows) == 1) {
            addPeople(id, wish.audience());
            note(id, 1, Act.ASSIGNED, wish.due(), wish.reason(), by);
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
        return bind(jdbc.sql("""
                                insert into assignment (employer_id, assignment_id, items, kind, audience, unit_code, target_group,
                                                        due_on, due_days, due_after, afresh, reason, assigned_by, assigned_on,
                                                        assigned_at, next_items, next_days, follows)
                                values (current_employer(), :id, :items, :kind, :audience, :unit, cast(:group as jsonb), :dueOn,
                                        :dueDays, :dueAfter, :afresh, :reason, :by, :on, :now, :nextItems, :nextDays, :follows)
                                on conflict do nothing
                                """), wish.due())
                .param("id", id.value())
                .param("items", codes(wish.items()))
                .param("kind", wish.kind().name())
                .param("audience", audience(wish.audience()))
                .param("unit", unit(wish.audience()), Types.VARCHAR)
                .param("group", group(wish.audience()), Types.VARCHAR)
                .param("afresh", wish.afresh())
                .param("reason", wish.reason())
                .param("by", key(by), Types.OTHER)
                .param("on", on)
                .param("now", now())
                .param("nextItems", wish.next().map(next -> codes(next.items())).orElse(null), Types.ARRAY)
                .param("nextDays", wish.next().map(Next::days).orElse(null), Types.INTEGER)
                .param("follows", follows.map(AssignmentId::value).orElse(null), Types.OTHER)
                .update();
    }

    /** Gives it another due date and reason, where nobody has changed it since the version. */
    boolean change(AssignmentId id, int version, Due due, String reason, EmployeeId by) {
        int changed = bind(jdbc.sql("""
                                update assignment set due_on = :dueOn, due_days = :dueDays, due_after = :dueAfter, reason = :reason,
                                                      version = version + 1
                                 where assignment_id = :id and version = :version and withdrawn_on is null
                                """), due)
                .param("reason", reason)
                .param("id", id.value())
                .param("version", version)
                .update();
        if (changed == 1) {
            note(id, version + 1, Act.CHANGED, due, reason, Optional.of(by));
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
            note(was.id(), was.version() + 1, act, was.wish().due(), reason, Optional.of(by));
        }
        return changed == 1;
    }

    Optional<Assignment> find(AssignmentId id) {
        return jdbc.sql(SELECT + " where a.assignment_id = :id")
                .param("id", id.value())
                .query((row, _) -> assignment(row))
                .optional();
    }

    /** Those that are not withdrawn, latest first. */
    List<Assignment> open() {
        return jdbc.sql(SELECT + " where a.withdrawn_on is null order by a.assignment_id desc")
                .query((row, _) -> assignment(row))
                .list();
    }

    /** Those that were somebody's on the date, or may be, latest first. */
    List<Assignment> on(LocalDate date) {
        return jdbc.sql(SELECT + """
                 where a.assigned_on <= :date and (a.withdrawn_on is null or a.withdrawn_on > :date) order by a.assignment_id desc
                """)
                .param("date", date)
                .query((row, _) -> assignment(row))
                .list();
    }

    /** Those that are not withdrawn and have something that follows. */
    List<Assignment> withNext() {
        return jdbc.sql(SELECT + " where a.withdrawn_on is null and a.next_items is not null order by a.assignment_id")
                .query((row, _) -> assignment(row))
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

    List<Change> history(AssignmentId id) {
        return jdbc.sql("""
                select act, due_on, due_days, (select due_after from assignment a where a.assignment_id = c.assignment_id) as due_after,
                       reason, done_by, done_at
                  from assignment_change c where assignment_id = :id order by version
                """)
                .param("id", id.value())
                .query((row, _) -> new Change(
                        Act.valueOf(row.getString("act")),
                        due(row),
                        row.getString("reason"),
                        employee(row, "done_by"),
                        row.getObject("done_at", OffsetDateTime.class)))
                .list();
    }

    private void note(AssignmentId id, int version, Act act, Due due, String reason, Optional<EmployeeId> by) {
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
                .param("dueDays", days(due), Types.INTEGER)
                .param("reason", reason)
                .param("by", key(by), Types.OTHER)
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
                .param("viewer", key(viewer), Types.OTHER)
                .param("act", act)
                .param("audience", audience(audience))
                .param(
                        "detail",
                        audience instanceof Audience.People(Set<EmployeeId> people)
                                ? String.valueOf(people.size())
                                : unit(audience),
                        Types.VARCHAR)
                .update();
    }

    /** Keeps that the employee has seen it; once. */
    void acknowledge(AssignmentId id, EmployeeId employee) {
        jdbc.sql("""
                insert into assignment_acknowledgement (employer_id, assignment_id, employee_id, acknowledged_at)
                values (current_employer(), :id, :employee, :now) on conflict do nothing
                """)
                .param("id", id.value())
                .param("employee", employee.value())
                .param("now", now())
                .update();
    }

    /** Who has seen it, and when. */
    Map<EmployeeId, OffsetDateTime> acknowledged(AssignmentId id) {
        Map<EmployeeId, OffsetDateTime> seen = new HashMap<>();
        jdbc.sql("select employee_id, acknowledged_at from assignment_acknowledgement where assignment_id = :id")
                .param("id", id.value())
                .query((ResultSet row) -> {
                    seen.put(new EmployeeId(row.getObject(1, UUID.class)), row.getObject(2, OffsetDateTime.class));
                });
        return seen;
    }

    /** What the employee has seen. */
    Set<AssignmentId> acknowledgedBy(EmployeeId employee) {
        return Set.copyOf(jdbc.sql("select assignment_id from assignment_acknowledgement where employee_id = :employee")
                .param("employee", employee.value())
                .query((row, _) -> new AssignmentId(row.getObject(1, UUID.class)))
                .list());
    }

    /** Who was selected for what is given by application. */
    Map<AssignmentId, Set<EmployeeId>> selected() {
        Map<AssignmentId, Set<EmployeeId>> selected = new HashMap<>();
        jdbc.sql("select assignment_id, employee_id from assignment_application where selected")
                .query((ResultSet row) -> {
                    selected.computeIfAbsent(new AssignmentId(row.getObject(1, UUID.class)), _ -> new HashSet<>())
                            .add(new EmployeeId(row.getObject(2, UUID.class)));
                });
        return selected;
    }

    private static Assignment assignment(ResultSet row) throws SQLException {
        String[] next = texts(row.getArray("next_items"));
        return new Assignment(
                new AssignmentId(row.getObject("assignment_id", UUID.class)),
                new Wish(
                        items(texts(row.getArray("items"))),
                        Kind.valueOf(row.getString("kind")),
                        audience(row),
                        due(row),
                        row.getBoolean("afresh"),
                        row.getString("reason"),
                        next.length == 0
                                ? Optional.empty()
                                : Optional.of(new Next(items(next), row.getInt("next_days")))),
                employee(row, "assigned_by"),
                row.getObject("assigned_on", LocalDate.class),
                Optional.ofNullable(row.getObject("withdrawn_on", LocalDate.class)),
                row.getInt("version"));
    }

    private static Audience audience(ResultSet row) throws SQLException {
        Optional<UnitCode> unit =
                Optional.ofNullable(row.getString("unit_code")).map(UnitCode::new);
        return switch (row.getString("audience")) {
            case "PEOPLE" -> new Audience.People(people(row.getArray("people")));
            case "UNIT" -> new Audience.Unit(unit.orElseThrow());
            default -> new Audience.Group(unit, TargetGroupJson.read(Jsonb.parse(row.getString("target_group"))));
        };
    }

    private static Due due(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("due_on", LocalDate.class);
        if (on != null) {
            return new Due.On(on);
        }
        int days = row.getInt("due_days");
        return "HIRE".equals(row.getString("due_after")) ? new Due.AfterHire(days) : new Due.AfterEntry(days);
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Due due) {
        return statement
                .param("dueOn", due instanceof Due.On(LocalDate date) ? date : null, Types.DATE)
                .param("dueDays", days(due), Types.INTEGER)
                .param(
                        "dueAfter",
                        switch (due) {
                            case Due.On _ -> null;
                            case Due.AfterHire _ -> "HIRE";
                            case Due.AfterEntry _ -> "ENTRY";
                        },
                        Types.VARCHAR);
    }

    private static @Nullable Integer days(Due due) {
        return switch (due) {
            case Due.On _ -> null;
            case Due.AfterHire(int days) -> days;
            case Due.AfterEntry(int days) -> days;
        };
    }

    private static String audience(Audience audience) {
        return switch (audience) {
            case Audience.People _ -> "PEOPLE";
            case Audience.Unit _ -> "UNIT";
            case Audience.Group _ -> "GROUP";
        };
    }

    private static @Nullable String unit(Audience audience) {
        return switch (audience) {
            case Audience.People _ -> null;
            case Audience.Unit(UnitCode unit) -> unit.value();
            case Audience.Group group -> group.within().map(UnitCode::value).orElse(null);
        };
    }

    private static @Nullable String group(Audience audience) {
        return audience instanceof Audience.Group group
                ? TargetGroupJson.write(group.of()).toString()
                : null;
    }

    private static List<ItemCode> items(String[] codes) {
        return Arrays.stream(codes).map(ItemCode::new).toList();
    }

    private static String[] codes(List<ItemCode> items) {
        return items.stream().map(ItemCode::value).toArray(String[]::new);
    }

    private static String[] texts(@Nullable Array array) throws SQLException {
        return array == null ? new String[0] : (String[]) array.getArray();
    }

    private static Set<EmployeeId> people(Array array) throws SQLException {
        Set<EmployeeId> people = new LinkedHashSet<>();
        for (UUID key : (UUID[]) array.getArray()) {
            people.add(new EmployeeId(key));
        }
        return people;
    }

    private static UUID[] keys(Collection<EmployeeId> employees) {
        return employees.stream().map(EmployeeId::value).toArray(UUID[]::new);
    }

    private static @Nullable UUID key(Optional<EmployeeId> employee) {
        return employee.map(EmployeeId::value).orElse(null);
    }

    private static Optional<EmployeeId> employee(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(EmployeeId::new);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
