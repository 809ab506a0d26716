package no.kompetansebro.lms;

import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.lti.advantage.Deployment;
import no.kompetansebro.lti.advantage.Grades;
import no.kompetansebro.lti.advantage.LineItem;
import no.kompetansebro.lti.advantage.Reading;
import no.kompetansebro.lti.advantage.ServiceProblem;
import no.kompetansebro.lti.spi.RegistrationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds the column of the gradebook for links that are to report but came without one, and makes it where there is none
 * (AGS 2.0 section 3.2.10: never a second one). One instance at a time does a link; after a kill it is found.
 */
@Component
class Columns {

    private final JdbcClient jdbc;
    private final Grades grades;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Columns(JdbcClient jdbc, Grades grades, Clock clock, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.grades = grades;
        this.clock = clock;
        this.transaction = transaction;
    }

    private record Wanted(
            UUID link, Deployment deployment, String resourceLinkId, String title, String content, URI lineItems) {}

    /** Does what is due now, of the employer in scope. */
    void run() {
        List<Wanted> wanted = List.copyOf(transaction.execute(_ -> take()));
        wanted.forEach(this::settle);
    }

    private void settle(Wanted wanted) {
        Reading<LineItem> found = grades.find(wanted.deployment(), wanted.lineItems(), wanted.content(), Picks.TAG);
        Optional<LineItem> own = found.entries().stream()
                .filter(item -> item.resourceLinkId()
                        .filter(wanted.resourceLinkId()::equals)
                        .isPresent())
                .findFirst();
        if (own.isPresent()) {
            keep(wanted, own.get().id());
        } else if (found.isComplete()) {
            create(wanted);
        } else {
            failed(wanted, found.problem().orElseThrow());
        }
    }

    private void create(Wanted wanted) {
        Reading<LineItem> made = grades.create(
                wanted.deployment(),
                wanted.lineItems(),
                wanted.title(),
                wanted.resourceLinkId(),
                wanted.content(),
                Picks.TAG);
        made.entries().stream()
                .findFirst()
                .ifPresentOrElse(
                        item -> keep(wanted, item.id()),
                        () -> failed(wanted, made.problem().orElse(ServiceProblem.UNREADABLE)));
    }

    private void keep(Wanted wanted, URI lineItem) {
        transaction.executeWithoutResult(_ -> jdbc.sql("""
                update lms_link set line_item_url = :item, column_due_at = null, problem = null where link_id = :link
                """)
                .param("link", wanted.link())
                .param("item", lineItem.toString())
                .update());
    }

    /** What passes is tried again when the lease is over; all else at the next launch. */
    private void failed(Wanted wanted, ServiceProblem problem) {
        transaction.executeWithoutResult(_ -> jdbc.sql("""
                update lms_link set problem = :problem, column_due_at = case when :again then column_due_at end
                 where link_id = :link
                """)
                .param("link", wanted.link())
                .param("problem", problem.code())
                .param("again", problem.isPassing())
                .update());
    }

    private List<Wanted> take() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                update lms_link l set column_due_at = :lease
                  from lms_course c
                 where c.employer_id = l.employer_id and c.course_id = l.course_id and c.line_items_url is not null
                   and l.link_id in (select link_id from lms_link where column_due_at <= :now for update skip locked)
                returning l.link_id, l.registration_id, l.deployment_id, l.resource_link_id, l.title, l.content,
                          c.line_items_url
                """)
                .param("now", now)
                .param("lease", now.plus(Outbox.LEASE))
                .query((row, _) -> new Wanted(
                        row.getObject("link_id", UUID.class),
                        new Deployment(
                                new RegistrationId(row.getObject("registration_id", UUID.class)),
                                row.getString("deployment_id")),
                        row.getString("resource_link_id"),
                        Optional.ofNullable(row.getString("title")).orElse("Kompetansebro"),
                        row.getString("content"),
                        URI.create(row.getString("line_items_url"))))
                .list();
    }
}
