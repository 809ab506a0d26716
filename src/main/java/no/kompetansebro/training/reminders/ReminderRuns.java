package no.kompetansebro.training.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.EmployerScope;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The looks for who is to be reminded, of the employer in scope: one of a kind for a day. */
@Repository
@Transactional
class ReminderRuns {

    private final JdbcClient jdbc;

    ReminderRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who is looked for. */
    enum Kind {
        PEOPLE,
        LEADERS
    }

    /** A look that has not come to its end; after: the last pair that it has seen to. */
    record Run(UUID id, Kind kind, LocalDate slot, Optional<Pair.Place> after) {}

    /** Begins the day's look where nobody has. */
    void begin(Kind kind, LocalDate slot, Instant now) {
        jdbc.sql("""
                insert into reminder_run (employer_id, run_id, kind, slot, started_at)
                values (:employer, :run, :kind, :slot, :now)
                on conflict (employer_id, kind, slot) do nothing
                """)
                .param("employer", EmployerScope.required().value())
                .param("run", TimeOrderedId.next(now))
                .param("kind", kind.name())
                .param("slot", slot)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The last day on which people were looked through. */
    @Transactional(readOnly = true)
    Optional<LocalDate> lastOfPeople() {
        return jdbc.sql("select slot from reminder_run where kind = 'PEOPLE' order by slot desc limit 1")
                .query(LocalDate.class)
                .optional();
    }

    /** The oldest that is not at its end, kept from others until the end of the transaction. */
    Optional<Run> next() {
        return jdbc.sql("""
                select run_id, kind, slot, after_number, after_requirement from reminder_run
                 where finished_at is null
                 order by started_at limit 1
                   for update skip locked
                """).query((row, _) -> run(row)).optional();
    }

    /** Keeps how far it has come; without a place it is at its end. */
    void advance(Run run, Optional<Pair.Place> after, int people, Instant now) {
        jdbc.sql("""
                update reminder_run
                   set after_number = :number, after_requirement = :requirement, people = people + :people,
                       finished_at = :finished
                 where run_id = :run
                """)
                .param("number", after.map(place -> place.employee().value()).orElse(null), Types.VARCHAR)
                .param(
                        "requirement",
                        after.map(place -> place.requirement().value()).orElse(null),
                        Types.VARCHAR)
                .param("people", people)
                .param(
                        "finished",
                        after.isPresent() ? null : now.atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("run", run.id())
                .update();
    }

    private static Run run(ResultSet row) throws SQLException {
        Optional<String> number = Optional.ofNullable(row.getString("after_number"));
        String requirement = row.getString("after_requirement");
        return new Run(
                row.getObject("run_id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("slot", LocalDate.class),
                number.map(n -> new Pair.Place(new EmployeeNumber(n), new RequirementCode(requirement))));
    }

    /**
     * A look and what has become of its letters.
     *
     * @param open neither sent nor given up yet
     */
    record Listed(
            Kind kind,
            OffsetDateTime startedAt,
            boolean finished,
            int people,
            int letters,
            int sent,
            int onPage,
            int dropped,
            int open,
            int failed) {}

    /** The last of them, newest first. */
    @Transactional(readOnly = true)
    List<Listed> last(int limit) {
        return jdbc.sql("""
                select r.kind, r.started_at, r.finished_at is not null as finished, r.people, count(l.letter_id) as letters,
                       count(*) filter (where l.state = 'SENT') as sent,
                       count(*) filter (where l.state = 'ON_PAGE') as on_page,
                       count(*) filter (where l.state = 'DROPPED') as dropped,
                       count(*) filter (where l.state in ('WAITING', 'SENDING')) as open,
                       count(*) filter (where l.state in ('FAILED', 'UNCERTAIN')) as failed
                  from (select employer_id, run_id, kind, started_at, finished_at, people from reminder_run
                         order by started_at desc limit :limit) r
                  left join reminder_letter l on l.employer_id = r.employer_id and l.run_id = r.run_id
                 group by r.run_id, r.kind, r.started_at, r.finished_at, r.people
                 order by r.started_at desc
                """)
                .param("limit", limit)
                .query((row, _) -> new Listed(
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("started_at", OffsetDateTime.class),
                        row.getBoolean("finished"),
                        row.getInt("people"),
                        row.getInt("letters"),
                        row.getInt("sent"),
                        row.getInt("on_page"),
                        row.getInt("dropped"),
                        row.getInt("open"),
                        row.getInt("failed")))
                .list();
    }
}
