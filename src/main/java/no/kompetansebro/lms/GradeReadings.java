package no.kompetansebro.lms;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.Items;
import no.kompetansebro.learning.Programmes;
import no.kompetansebro.lti.advantage.Deployment;
import no.kompetansebro.lti.advantage.Grades;
import no.kompetansebro.lti.advantage.Reading;
import no.kompetansebro.lti.advantage.Result;
import no.kompetansebro.lti.advantage.ServiceProblem;
import no.kompetansebro.lti.spi.RegistrationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what is given in the LMS on our own columns: as completions of the item that their link shows. What the LMS has
 * from ourselves is no news, and a grade that is missing or nothing is no completion and takes none back.
 */
@Component
class GradeReadings {

    private final JdbcClient jdbc;
    private final Grades grades;
    private final Intake intake;
    private final Outbox outbox;
    private final Items items;
    private final Clock clock;
    private final TransactionTemplate transaction;

    GradeReadings(
            JdbcClient jdbc,
            Grades grades,
            Intake intake,
            Outbox outbox,
            Items items,
            Clock clock,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.grades = grades;
        this.intake = intake;
        this.outbox = outbox;
        this.items = items;
        this.clock = clock;
        this.transaction = transaction;
    }

    private record Due(UUID link, String issuer, Deployment deployment, URI lineItem, ItemCode item) {}

    /** Does what is due now, of the employer in scope. */
    void run() {
        List<Due> due = List.copyOf(transaction.execute(_ -> take()));
        due.forEach(this::read);
    }

    private void read(Due due) {
        Reading<Result> reading = grades.results(due.deployment(), due.lineItem());
        BigDecimal least = transaction.execute(_ -> leastForCompletion(due.item()));
        reading.entries().stream()
                .filter(result -> result.score().signum() > 0)
                .filter(result -> Reporting.percent(result).compareTo(least) >= 0)
                .forEach(result -> takeIn(due, result));
        transaction.executeWithoutResult(_ -> jdbc.sql("""
                update lms_link set results_due_at = null, results_read_at = :now, results_outcome = :outcome
                 where link_id = :link
                """)
                .param("link", due.link())
                .param("now", now())
                .param("outcome", reading.problem().map(ServiceProblem::code).orElse("complete"))
                .update());
    }

    /** A programme's column has its progress, part by part: only a full score can say that the whole of it is done. */
    private BigDecimal leastForCompletion(ItemCode item) {
        return Programmes.of(items.all()).parts(item).isEmpty() ? BigDecimal.ZERO : Progress.FULL;
    }

    private void takeIn(Due due, Result result) {
        BigDecimal score = Reporting.percent(result).min(Progress.FULL);
        Optional<BigDecimal> told = transaction.execute(_ -> outbox.told(due.link(), result.subject()));
        if (told.filter(ours -> ours.compareTo(score) == 0).isPresent()) {
            return;
        }
        Completion completion = new Completion(
                due.deployment().registration(),
                due.issuer(),
                result.subject(),
                due.item().value(),
                result.at().orElseGet(clock::instant),
                Optional.of(score),
                "ags:" + due.link() + ":" + result.subject() + ":" + score.toPlainString());
        Receipt receipt = intake.completed(completion, due.item());
        if (receipt == Receipt.RECORDED || receipt == Receipt.KNOWN) {
            transaction.executeWithoutResult(_ -> outbox.has(due.link(), result.subject(), score));
        }
    }

    private List<Due> take() {
        return jdbc.sql("""
                update lms_link l set results_due_at = :lease
                  from lti_registration r
                 where r.registration_id = l.registration_id
                   and l.link_id in (select link_id from lms_link where results_due_at <= :now for update skip locked)
                   and l.line_item_url is not null and l.content like 'item:%'
                returning l.link_id, r.issuer, l.registration_id, l.deployment_id, l.line_item_url, l.content
                """)
                .param("now", now())
                .param("lease", now().plus(Outbox.LEASE.multipliedBy(5)))
                .query((row, _) -> new Due(
                        row.getObject("link_id", UUID.class),
                        row.getString("issuer"),
                        new Deployment(
                                new RegistrationId(row.getObject("registration_id", UUID.class)),
                                row.getString("deployment_id")),
                        URI.create(row.getString("line_item_url")),
                        new ItemCode(row.getString("content").substring("item:".length()))))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
