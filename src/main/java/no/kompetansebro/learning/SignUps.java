package no.kompetansebro.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The sign-ups to gatherings of the current employer, with their history. Whoever shows them asks {@code Viewers} first. */
@Repository
@Transactional
public class SignUps {

    private static final String SELECT = """
            select gathering_id, employee_id, priority, state, turn, signed_up_at, results from sign_up
            """;

    private final JdbcClient jdbc;

    SignUps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many have a seat, and how many wait. */
    public record Counts(int seated, int waiting) {
        public static final Counts NONE = new Counts(0, 0);
    }

    /** Everybody who is or was signed up, in the order of signing up. */
    @Transactional(readOnly = true)
    public List<SignUp> of(GatheringId gathering) {
        return jdbc.sql(SELECT + "where gathering_id = :gathering order by turn")
                .param("gathering", gathering.value())
                .query(SignUps::signUp)
                .list();
    }

    /** What the employee is or was signed up to. */
    @Transactional(readOnly = true)
    public List<SignUp> of(EmployeeId employee) {
        return jdbc.sql(SELECT + "where employee_id = :employee order by signed_up_at, gathering_id")
                .param("employee", employee.value())
                .query(SignUps::signUp)
                .list();
    }

    /** The counts of each of the gatherings that anybody is signed up to; whoever came had a seat. */
    @Transactional(readOnly = true)
    public Map<GatheringId, Counts> counts(Collection<GatheringId> gatherings) {
        Map<GatheringId, Counts> counts = new HashMap<>();
        jdbc.sql("""
                select gathering_id, count(*) filter (where state in ('SIGNED_UP', 'ATTENDED', 'ABSENT')) as seated,
                       count(*) filter (where state = 'WAITING') as waiting
                  from sign_up where gathering_id = any(:gatherings) group by gathering_id
                """)
                .param("gatherings", gatherings.stream().map(GatheringId::value).toArray(UUID[]::new))
                .query(row -> {
                    counts.put(
                            new GatheringId(row.getObject("gathering_id", UUID.class)),
                            new Counts(row.getInt("seated"), row.getInt("waiting")));
                });
        return counts;
    }

    /** A seat at a gathering; {@code lastDay}: when its last day begins. */
    public record Seat(EmployeeId employee, ItemCode item, Instant lastDay) {}

    /** The seats that are taken at gatherings of which some day begins then or later; cancelled ones have none. */
    @Transactional(readOnly = true)
    public List<Seat> seats(Instant since) {
        return jdbc.sql("""
                select s.employee_id, g.item, max(d.starts_at) as last_day
                  from sign_up s
                  join gathering g on g.employer_id = s.employer_id and g.gathering_id = s.gathering_id
                  join gathering_day d on d.employer_id = g.employer_id and d.gathering_id = g.gathering_id
                 where s.state = 'SIGNED_UP' and g.cancelled_at is null
                 group by s.employee_id, g.gathering_id, g.item
                having max(d.starts_at) >= :since
                """)
                .param("since", utc(since))
                .query((row, _) -> new Seat(
                        new EmployeeId(row.getObject("employee_id", UUID.class)),
                        new ItemCode(row.getString("item")),
                        row.getObject("last_day", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Makes the sign-up what the change says, and keeps the change. The gathering must be locked. */
    public void put(SignUpChange change, Instant now) {
        SignUp signUp = change.now();
        jdbc.sql("""
                insert into sign_up (employer_id, gathering_id, employee_id, priority, state, turn, signed_up_at, results)
                values (current_employer(), :gathering, :employee, :priority, :state, :turn, :signedUpAt, :results)
                on conflict (employer_id, gathering_id, employee_id) do update
                   set priority = excluded.priority, state = excluded.state, turn = excluded.turn,
                       signed_up_at = excluded.signed_up_at, results = excluded.results
                """)
                .params(key(signUp))
                .param("turn", signUp.turn())
                .param("signedUpAt", utc(signUp.signedUpAt()))
                .param("results", signUp.results())
                .update();
        jdbc.sql("""
                insert into sign_up_change (employer_id, gathering_id, employee_id, changed_at, changed_by, state, priority, cause,
                                            reason)
                values (current_employer(), :gathering, :employee, :now, :by, :state, :priority, :cause, :reason)
                """)
                .params(key(signUp))
                .param("now", utc(now))
                .param("by", change.by().map(EmployeeId::value).orElse(null), Types.OTHER)
                .param("cause", change.cause().name())
                .param("reason", change.reason().orElse(null), Types.VARCHAR)
                .update();
    }

    private static Map<String, Object> key(SignUp signUp) {
        return Map.of(
                "gathering", signUp.gathering().value(),
                "employee", signUp.employee().value(),
                "priority", signUp.priority().name(),
                "state", signUp.state().name());
    }

    private static SignUp signUp(ResultSet row, int number) throws SQLException {
        return new SignUp(
                new GatheringId(row.getObject("gathering_id", UUID.class)),
                new EmployeeId(row.getObject("employee_id", UUID.class)),
                SignUp.Priority.valueOf(row.getString("priority")),
                SignUp.State.valueOf(row.getString("state")),
                row.getInt("turn"),
                row.getObject("signed_up_at", OffsetDateTime.class).toInstant(),
                row.getInt("results"));
    }

    /** How the sign-ups to the gathering came to be what they are, in order. */
    @Transactional(readOnly = true)
    public List<Kept> history(GatheringId gathering) {
        return jdbc.sql("""
                select employee_id, changed_at, changed_by, state, priority, cause, reason from sign_up_change
                 where gathering_id = :gathering order by change_id
                """)
                .param("gathering", gathering.value())
                .query(SignUps::kept)
                .list();
    }

    /** A change as it is kept. */
    public record Kept(
            EmployeeId employee,
            Instant at,
            Optional<EmployeeId> by,
            SignUp.State state,
            SignUp.Priority priority,
            SignUpChange.Cause cause,
            Optional<String> reason) {}

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                new EmployeeId(row.getObject("employee_id", UUID.class)),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("changed_by", UUID.class)).map(EmployeeId::new),
                SignUp.State.valueOf(row.getString("state")),
                SignUp.Priority.valueOf(row.getString("priority")),
                SignUpChange.Cause.valueOf(row.getString("cause")),
                Optional.ofNullable(row.getString("reason")));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
