package no.kompetansebro.lms;

import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import no.kompetansebro.lti.advantage.Deployment;
import no.kompetansebro.lti.advantage.Member;
import no.kompetansebro.lti.advantage.Reading;
import no.kompetansebro.lti.advantage.Rosters;
import no.kompetansebro.lti.spi.RegistrationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the rosters that are due, of the employer in scope, one after the other; nothing of one reaches the next. */
@Component
class RosterReadings {

    /** Few enough for one transaction: each link that is decided holds a lock. */
    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final Rosters rosters;
    private final CourseMembers members;
    private final ServiceWatch watch;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RosterReadings(
            JdbcClient jdbc,
            Rosters rosters,
            CourseMembers members,
            ServiceWatch watch,
            Clock clock,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.rosters = rosters;
        this.members = members;
        this.watch = watch;
        this.clock = clock;
        this.transaction = transaction;
    }

    private record Due(UUID course, Deployment deployment, URI memberships, boolean forced) {}

    /** Does what is due now. */
    void run() {
        List<Due> due = List.copyOf(transaction.execute(_ -> take()));
        due.forEach(this::read);
    }

    private void read(Due due) {
        Reading<Member> reading = rosters.members(due.deployment(), due.memberships());
        RegistrationId registration = due.deployment().registration();
        for (int from = 0; from < reading.entries().size(); from += AT_ONCE) {
            List<Member> some = reading.entries()
                    .subList(from, Math.min(from + AT_ONCE, reading.entries().size()));
            transaction.executeWithoutResult(_ -> members.add(due.course(), registration, some));
        }
        transaction.executeWithoutResult(_ -> {
            String outcome = members.end(due.course(), reading, due.forced());
            jdbc.sql("""
                    update lms_course
                       set roster_due_at = null, roster_forced = false, roster_read_at = :now, roster_outcome = :outcome,
                           roster_members = :members
                     where course_id = :course
                    """)
                    .param("course", due.course())
                    .param("now", now())
                    .param("outcome", outcome)
                    .param("members", reading.entries().size())
                    .update();
        });
        watch.now();
    }

    private List<Due> take() {
        return jdbc.sql("""
                update lms_course set roster_due_at = :lease
                 where course_id in (select course_id from lms_course where roster_due_at <= :now for update skip locked)
                   and memberships_url is not null
                returning course_id, registration_id, deployment_id, memberships_url, roster_forced
                """)
                .param("now", now())
                .param("lease", now().plus(Outbox.LEASE.multipliedBy(5)))
                .query((row, _) -> new Due(
                        row.getObject("course_id", UUID.class),
                        new Deployment(
                                new RegistrationId(row.getObject("registration_id", UUID.class)),
                                row.getString("deployment_id")),
                        URI.create(row.getString("memberships_url")),
                        row.getBoolean("roster_forced")))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
