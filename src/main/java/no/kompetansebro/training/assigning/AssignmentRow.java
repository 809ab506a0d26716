package no.kompetansebro.training.assigning;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.TargetGroupJson;
import no.kompetansebro.shared.Jsonb;
import no.kompetansebro.training.assigning.Assignment.Next;
import no.kompetansebro.training.assigning.Assignment.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An assignment as it stands in its tables. */
final class AssignmentRow {

    static final String SELECT = """
            select a.assignment_id, a.items, a.kind, a.audience, a.unit_code, a.target_group, a.due_on, a.due_days, a.due_after,
                   a.afresh, a.reason, a.assigned_by, a.assigned_on, a.withdrawn_on, a.version, a.next_items, a.next_days,
                   array(select p.employee_id from assignment_person p
                          where p.employer_id = a.employer_id and p.assignment_id = a.assignment_id) as people
              from assignment a
            """;

    private AssignmentRow() {}

    static Assignment assignment(ResultSet row) throws SQLException {
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

    static Due due(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("due_on", LocalDate.class);
        if (on != null) {
            return new Due.On(on);
        }
        int days = row.getInt("due_days");
        return "HIRE".equals(row.getString("due_after")) ? new Due.AfterHire(days) : new Due.AfterEntry(days);
    }

    static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Due due) {
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

    static @Nullable Integer days(Due due) {
        return switch (due) {
            case Due.On _ -> null;
            case Due.AfterHire(int days) -> days;
            case Due.AfterEntry(int days) -> days;
        };
    }

    static String audience(Audience audience) {
        return switch (audience) {
            case Audience.People _ -> "PEOPLE";
            case Audience.Unit _ -> "UNIT";
            case Audience.Group _ -> "GROUP";
        };
    }

    static @Nullable String unit(Audience audience) {
        return switch (audience) {
            case Audience.People _ -> null;
            case Audience.Unit(UnitCode unit) -> unit.value();
            case Audience.Group group -> group.within().map(UnitCode::value).orElse(null);
        };
    }

    static @Nullable String group(Audience audience) {
        return audience instanceof Audience.Group group
                ? TargetGroupJson.write(group.of()).toString()
                : null;
    }

    private static List<ItemCode> items(String[] codes) {
        return Arrays.stream(codes).map(ItemCode::new).toList();
    }

    static String[] codes(List<ItemCode> items) {
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

    static Optional<EmployeeId> employee(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(EmployeeId::new);
    }
}
