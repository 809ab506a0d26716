package no.kompetansebro.lms.enrolling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.DataQualityNotes;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.Jsonb;
import no.kompetansebro.shared.LocalizedNameJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Requests and what came of them, as far as the viewer sees the people; with times as they are at the employer. */
@Repository
@Transactional(readOnly = true)
class EnrolmentLists implements DataQualityNotes {

    static final int LONGEST = 1_000;

    private static final int REQUESTS = 50;
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String COUNTS = """
            count(*) filter (where n.state = 'WAITING') as waiting, count(*) filter (where n.state = 'DONE') as done,
            count(*) filter (where n.state = 'ALREADY') as already, count(*) filter (where n.state = 'FAILED') as failed,
            count(*) filter (where n.state = 'WITHDRAWN') as withdrawn,
            count(*) filter (where n.state = 'WAITING' and n.next_at <= :soon) as under_way
            """;

    private static final String REQUEST = """
            select r.request_id, r.requested_at at time zone m.time_zone as requested, r.reason,
                   coalesce(a.given_name || ' ' || a.family_name, '') as by_name,
            """ + COUNTS + """
              from enrolment_request r
              join employer m on m.employer_id = r.employer_id
              join enrolment n on n.employer_id = r.employer_id and n.request_id = r.request_id
              join employee e on e.employer_id = n.employer_id and e.employee_id = n.employee_id
              left join employee a on a.employer_id = r.employer_id and 'employee:' || a.employee_id = r.requested_by
             where
            """ + Enrollees.SEEN;

    private final JdbcClient jdbc;
    private final EmployerCalendar calendar;
    private final Clock clock;

    EnrolmentLists(JdbcClient jdbc, EmployerCalendar calendar, Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A request; {@code by}: whose name, empty where it was no employee. */
    record Request(UUID id, LocalDateTime at, String by, String reason, EnrolmentCounts counts) {

        public String path() {
            return new EnrolmentRequestId(id).path();
        }
    }

    /** One person in one course. */
    record Row(
            UUID employee,
            String number,
            String name,
            String item,
            String course,
            String state,
            String why,
            Optional<LocalDateTime> nextAt) {}

    /** The latest. */
    List<Request> requests(Viewer viewer) {
        return jdbc.sql(REQUEST + " group by r.employer_id, r.request_id, m.time_zone, a.given_name, a.family_name"
                        + " order by r.requested_at desc limit :most")
                .params(Enrollees.sight(viewer, calendar.today()))
                .param("soon", EnrolmentBook.utc(clock.instant().plus(SOON)))
                .param("most", REQUESTS)
                .query(EnrolmentLists::request)
                .list();
    }

    /** Empty where the viewer sees nobody of it. */
    Optional<Request> find(Viewer viewer, EnrolmentRequestId id) {
        return jdbc.sql(REQUEST + " and r.request_id = :id"
                        + " group by r.employer_id, r.request_id, m.time_zone, a.given_name, a.family_name")
                .params(Enrollees.sight(viewer, calendar.today()))
                .param("soon", EnrolmentBook.utc(clock.instant().plus(SOON)))
                .param("id", id.value())
                .query(EnrolmentLists::request)
                .optional();
    }

    /** What failed first, then what waits, then by name. */
    List<Row> rows(Viewer viewer, EnrolmentRequestId id, Words words) {
        return jdbc.sql("""
                select e.employee_id, e.employee_no, e.given_name || ' ' || e.family_name as name, i.name as item,
                       n.item as item_code, coalesce(nullif(k.title, ''), n.course_key) as course, n.state, n.why, n.detail,
                       case when n.state = 'WAITING' and n.why <> '' then n.next_at at time zone m.time_zone end as next_at
                  from enrolment n
                  join employer m on m.employer_id = n.employer_id
                  join employee e on e.employer_id = n.employer_id and e.employee_id = n.employee_id
                  join known_course k on k.employer_id = n.employer_id and k.issuer = n.issuer and k.course_key = n.course_key
                  left join item i on i.employer_id = n.employer_id and i.code = n.item
                 where n.request_id = :id and
                """ + Enrollees.SEEN + """
                 order by array_position(array['FAILED', 'WAITING', 'WITHDRAWN', 'DONE', 'ALREADY'], n.state),
                          e.family_name, e.given_name, e.employee_no, course limit :most
                """)
                .params(Enrollees.sight(viewer, calendar.today()))
                .param("id", id.value())
                .param("most", LONGEST)
                .query((row, _) -> row(row, words))
                .list();
    }

    /** Those of the request whom the viewer sees. */
    List<EmployeeId> people(Viewer viewer, EnrolmentRequestId id) {
        return jdbc.sql("""
                select distinct e.employee_id
                  from enrolment n join employee e on e.employer_id = n.employer_id and e.employee_id = n.employee_id
                 where n.request_id = :id and
                """ + Enrollees.SEEN)
                .params(Enrollees.sight(viewer, calendar.today()))
                .param("id", id.value())
                .query((row, _) -> new EmployeeId(row.getObject("employee_id", UUID.class)))
                .list();
    }

    @Override
    public List<Note> of(Viewer viewer) {
        if (!viewer.plans()) {
            return List.of();
        }
        long failed = jdbc.sql("""
                select count(*)
                  from enrolment n join employee e on e.employer_id = n.employer_id and e.employee_id = n.employee_id
                 where n.state = 'FAILED' and
                """ + Enrollees.SEEN)
                .params(Enrollees.sight(viewer, calendar.today()))
                .query(Long.class)
                .single();
        return List.of(new Note("lms.enrolling.quality", failed, Optional.of(EnrolmentPage.PATH)));
    }

    private static Request request(ResultSet row, int number) throws SQLException {
        return new Request(
                row.getObject("request_id", UUID.class),
                row.getObject("requested", LocalDateTime.class),
                row.getString("by_name"),
                row.getString("reason"),
                EnrolmentBook.counts(row, number));
    }

    private static Row row(ResultSet row, Words words) throws SQLException {
        String name = row.getString("item");
        return new Row(
                row.getObject("employee_id", UUID.class),
                row.getString("employee_no"),
                row.getString("name"),
                name == null ? row.getString("item_code") : words.name(LocalizedNameJson.read(Jsonb.parse(name))),
                row.getString("course"),
                row.getString("state"),
                TroubleWords.text(row.getString("why"), row.getString("detail"), words),
                Optional.ofNullable(row.getObject("next_at", LocalDateTime.class)));
    }
}
