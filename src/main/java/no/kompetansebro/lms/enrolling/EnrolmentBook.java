package no.kompetansebro.lms.enrolling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Requests and their enrolments, of the employer in scope: what people ask for. */
@Repository
@Transactional
class EnrolmentBook {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    EnrolmentBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds what is new of it; how many enrolments those are. */
    int add(
            EnrolmentRequestId id,
            List<CourseOfItem> courses,
            Collection<EmployeeId> employees,
            String by,
            String reason) {
        jdbc.sql("""
                insert into enrolment_request (employer_id, request_id, requested_by, requested_at, reason)
                values (current_employer(), :id, :by, :now, :reason) on conflict do nothing
                """)
                .param("id", id.value())
                .param("by", by)
                .param("now", utc(clock.instant()))
                .param("reason", reason)
                .update();
        return jdbc.sql("""
                insert into enrolment (employer_id, request_id, employee_id, issuer, course_key, item, next_at, changed_at)
                select current_employer(), :id, e.employee_id, c.issuer, c.course_key, c.item, :now, :now
                  from employee e
                 cross join unnest(cast(:issuers as text[]), cast(:courses as text[]), cast(:items as text[]))
                       as c(issuer, course_key, item)
                 where e.employee_id = any(:employees)
                on conflict do nothing
                """)
                .param("id", id.value())
                .param("now", utc(clock.instant()))
                .param("issuers", courses.stream().map(CourseOfItem::issuer).toArray(String[]::new))
                .param("courses", courses.stream().map(CourseOfItem::key).toArray(String[]::new))
                .param("items", courses.stream().map(c -> c.item().value()).toArray(String[]::new))
                .param("employees", keys(employees))
                .update();
    }

    /** Only what waits. Whether the LMS has done what it was asked before is not known, and is said. */
    int withdraw(EnrolmentRequestId id, Collection<EmployeeId> employees, String by) {
        return jdbc.sql("""
                update enrolment
                   set state = 'WITHDRAWN', why = case when sent_at is null then '' else 'maybe_done' end, detail = '',
                       changed_at = :now, changed_by = :by
                 where request_id = :id and state = 'WAITING' and (:all or employee_id = any(:employees))
                """)
                .param("id", id.value())
                .param("all", employees.isEmpty())
                .param("employees", keys(employees))
                .param("by", by)
                .param("now", utc(clock.instant()))
                .update();
    }

    int tryAgain(EnrolmentRequestId id, Collection<EmployeeId> employees, String by) {
        return jdbc.sql("""
                update enrolment
                   set state = 'WAITING', why = '', detail = '', attempts = 0, next_at = :now, changed_at = :now, changed_by = :by
                 where request_id = :id and state = 'FAILED' and (:all or employee_id = any(:employees))
                """)
                .param("id", id.value())
                .param("all", employees.isEmpty())
                .param("employees", keys(employees))
                .param("by", by)
                .param("now", utc(clock.instant()))
                .update();
    }

    /** Who has been enrolled for each of the items, or waits for it, on request since the date. */
    Map<ItemCode, Set<EmployeeId>> asked(Collection<ItemCode> items, LocalDate since) {
        Map<ItemCode, Set<EmployeeId>> asked = new HashMap<>();
        jdbc.sql("""
                select e.item, e.employee_id
                  from enrolment e join employer m on m.employer_id = e.employer_id
                 where e.item = any(:items) and e.state in ('WAITING', 'DONE', 'ALREADY')
                   and (e.changed_at at time zone m.time_zone)::date >= :since
                """)
                .param("items", items.stream().map(ItemCode::value).toArray(String[]::new))
                .param("since", since)
                .query((ResultSet row) -> {
                    asked.computeIfAbsent(new ItemCode(row.getString("item")), _ -> new HashSet<>())
                            .add(new EmployeeId(row.getObject("employee_id", UUID.class)));
                });
        return asked;
    }

    /** Whether anybody has ever asked for any. */
    boolean isUsed() {
        return jdbc.sql("select exists (select from enrolment_request)")
                .query(Boolean.class)
                .single();
    }

    Optional<EnrolmentCounts> counts(EnrolmentRequestId id) {
        return jdbc.sql("""
                select count(*) filter (where e.state = 'WAITING') as waiting, count(*) filter (where e.state = 'DONE') as done,
                       count(*) filter (where e.state = 'ALREADY') as already, count(*) filter (where e.state = 'FAILED') as failed,
                       count(*) filter (where e.state = 'WITHDRAWN') as withdrawn,
                       count(*) filter (where e.state = 'WAITING' and e.next_at <= :soon) as under_way
                  from enrolment_request r left join enrolment e using (employer_id, request_id)
                 where r.request_id = :id group by r.request_id
                """)
                .param("id", id.value())
                .param("soon", utc(clock.instant().plus(SOON)))
                .query(EnrolmentBook::counts)
                .optional();
    }

    static EnrolmentCounts counts(ResultSet row, int number) throws SQLException {
        return new EnrolmentCounts(
                row.getLong("waiting"),
                row.getLong("done"),
                row.getLong("already"),
                row.getLong("failed"),
                row.getLong("withdrawn"),
                row.getLong("under_way"));
    }

    static UUID[] keys(Collection<EmployeeId> employees) {
        return employees.stream().map(EmployeeId::value).distinct().toArray(UUID[]::new);
    }

    static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
