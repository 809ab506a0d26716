package no.kompetansebro.lms;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import no.kompetansebro.lms.spi.ReportedCourse;
import no.kompetansebro.lti.advantage.Grades;
import no.kompetansebro.lti.spi.Launch;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps what launches tell about courses, their services and our links in them: the latest launch is right (AGS 2.0
 * section 3.1). Links are known from their first launch, not from when they were chosen: nobody knows whether an LMS made
 * them.
 */
@Repository
class CourseLaunches {

    /** How often rosters and results are read after launches, at most. */
    static final Duration BETWEEN_READINGS = Duration.ofHours(6);

    /** The custom parameter of links whose progress is to be reported. */
    static final String REPORT = "report";

    /** A launch that tells nothing new writes nothing for so long: many at once do not wait for one another. */
    private static final Duration LATELY = Duration.ofMinutes(10);

    private static final String COURSE_AS_SEEN = """
            select course_id from lms_course
             where registration_id = :registration and deployment_id = :deployment and context_id = :context
               and title is not distinct from cast(:title as text) and scopes = cast(:scopes as text[]) and seen_at > :lately
               and memberships_url is not distinct from coalesce(cast(:memberships as text), memberships_url)
               and line_items_url is not distinct from coalesce(cast(:items as text), line_items_url)
               and (not :staff or memberships_url is null or roster_due_at is not null or roster_read_at >= :before)
            """;

    private static final String COURSE = """
            insert into lms_course as course (employer_id, course_id, registration_id, deployment_id, context_id, title,
                                              memberships_url, line_items_url, scopes, seen_at, roster_due_at)
            values (current_employer(), :course, :registration, :deployment, :context, :title, :memberships, :items,
                    :scopes, :now, case when :staff and cast(:memberships as text) is not null then :now end)
            on conflict (employer_id, registration_id, deployment_id, context_id) do update
               set title = excluded.title, seen_at = excluded.seen_at, scopes = excluded.scopes,
                   memberships_url = coalesce(excluded.memberships_url, course.memberships_url),
                   line_items_url = coalesce(excluded.line_items_url, course.line_items_url),
                   roster_due_at = coalesce(course.roster_due_at,
                       case when course.roster_read_at is null or course.roster_read_at < :before
                            then excluded.roster_due_at end)
            returning course_id
            """;

    private static final String LINK_AS_SEEN = """
            select link_id from lms_link
             where registration_id = :registration and deployment_id = :deployment and resource_link_id = :resource
               and course_id is not distinct from cast(:course as uuid) and title is not distinct from cast(:title as text)
               and content = :content and report = :report and scopes = cast(:scopes as text[]) and seen_at > :lately and problem is null
               and line_item_url is not distinct from coalesce(cast(:item as text), case when report then line_item_url end)
               and (not :column or line_item_url is not null or column_due_at is not null)
               and (not :results or results_due_at is not null or results_read_at >= :before)
            """;

    private static final String LINK = """
            insert into lms_link as link (employer_id, link_id, course_id, registration_id, deployment_id,
                                          resource_link_id, title, content, report, line_item_url, scopes, seen_at,
                                          column_due_at, results_due_at)
            values (current_employer(), :link, :course, :registration, :deployment, :resource, :title, :content, :report,
                    :item, :scopes, :now, case when :column then :now end, case when :results then :now end)
            on conflict (employer_id, registration_id, deployment_id, resource_link_id) do update
               set course_id = excluded.course_id, title = excluded.title, content = excluded.content,
                   report = excluded.report, scopes = excluded.scopes, seen_at = excluded.seen_at, problem = null,
                   line_item_url = coalesce(excluded.line_item_url, case when excluded.report then link.line_item_url end),
                   column_due_at = case when link.line_item_url is null then excluded.column_due_at end,
                   results_due_at = coalesce(link.results_due_at,
                       case when link.results_read_at is null or link.results_read_at < :before
                            then excluded.results_due_at end)
            returning link_id
            """;

    private static final Set<URI> STAFF = Set.of(
            URI.create("http://purl.imsglobal.org/vocab/lis/v2/membership#Administrator"),
            URI.create("http://purl.imsglobal.org/vocab/lis/v2/membership#ContentDeveloper"),
            URI.create("http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor"));
    private static final URI LEARNER = URI.create("http://purl.imsglobal.org/vocab/lis/v2/membership#Learner");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Outbox outbox;
    private final ServiceWatch watch;
    private final KnownCourses known;

    CourseLaunches(JdbcClient jdbc, Clock clock, Outbox outbox, ServiceWatch watch, KnownCourses known) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.outbox = outbox;
        this.watch = watch;
        this.known = known;
    }

    /** In the transaction of the launch. {@code employee}: whose account it is, once confirmed. */
    void seen(Launch launch, String subject, Optional<EmployeeId> employee) {
        Optional<UUID> course = launch.context().map(context -> course(launch, context));
        launch.context().ifPresent(context -> known.seen(launch.issuer(), List.of(reported(context))));
        if (launch.message() instanceof Launch.ResourceLink resource) {
            Optional.ofNullable(launch.custom().get(Content.PARAMETER))
                    .filter(content -> Content.of(content).isPresent())
                    .map(content -> link(launch, resource, content, course))
                    .ifPresent(link -> follow(link, launch, subject, employee));
        }
    }

    /** A context is a course; its label is what LMSs call a short name. */
    private static ReportedCourse reported(Launch.Context context) {
        return new ReportedCourse("course:" + context.id(), context.title(), Optional.empty(), context.label());
    }

    private void follow(UUID link, Launch launch, String subject, Optional<EmployeeId> employee) {
        if (launch.roles().contains(LEARNER)) {
            employee.ifPresent(who -> outbox.follow(link, subject, who));
        }
        watch.now();
    }

    /** Kept, and from now on looked at. */
    private UUID kept(JdbcClient.StatementSpec statement) {
        watch.begin();
        return statement.query(UUID.class).single();
    }

    private UUID course(Launch launch, Launch.Context context) {
        Optional<Launch.Grades> grades = launch.services().grades();
        return courseStatement(launch, context, grades, COURSE_AS_SEEN)
                .query(UUID.class)
                .optional()
                .orElseGet(() -> kept(courseStatement(launch, context, grades, COURSE)));
    }

    private JdbcClient.StatementSpec courseStatement(
            Launch launch, Launch.Context context, Optional<Launch.Grades> grades, String sql) {
        return jdbc.sql(sql)
                .param("course", TimeOrderedId.next(clock.instant()))
                .param("registration", launch.registration().value())
                .param("deployment", launch.deployment())
                .param("context", context.id())
                .param(
                        "title",
                        context.title()
                                .or(context::label)
                                .map(CourseLaunches::shortened)
                                .orElse(null))
                .param(
                        "memberships",
                        launch.services()
                                .names()
                                .map(n -> n.memberships().toString())
                                .orElse(null))
                .param(
                        "items",
                        grades.flatMap(Launch.Grades::lineItems)
                                .map(URI::toString)
                                .orElse(null))
                .param(
                        "scopes",
                        grades.map(g -> g.scopes().toArray(String[]::new)).orElseGet(() -> new String[0]))
                .param("staff", launch.roles().stream().anyMatch(STAFF::contains))
                .param("now", now())
                .param("before", now().minus(BETWEEN_READINGS))
                .param("lately", now().minus(LATELY));
    }

    private UUID link(Launch launch, Launch.ResourceLink resource, String content, Optional<UUID> course) {
        Optional<Launch.Grades> grades = launch.services().grades();
        Set<String> scopes = grades.map(Launch.Grades::scopes).orElse(Set.of());
        Optional<URI> lineItem = grades.flatMap(Launch.Grades::lineItem).filter(_ -> scopes.contains(Grades.SCORE));
        boolean report = "yes".equals(launch.custom().get(REPORT));
        boolean columnWanted = report && lineItem.isEmpty() && scopes.contains(Grades.LINE_ITEM);
        boolean results = lineItem.isPresent() && scopes.contains(Grades.RESULT) && content.startsWith("item:");
        UnaryOperator<JdbcClient.StatementSpec> parameters = statement -> statement
                .param("link", TimeOrderedId.next(clock.instant()))
                .param("course", course.orElse(null))
                .param("registration", launch.registration().value())
                .param("deployment", launch.deployment())
                .param("resource", resource.id())
                .param("title", resource.title().map(CourseLaunches::shortened).orElse(null))
                .param("content", content)
                .param("report", report)
                .param("item", lineItem.map(URI::toString).orElse(null))
                .param("scopes", scopes.toArray(String[]::new))
                .param("column", columnWanted)
                .param("results", results)
                .param("now", now())
                .param("before", now().minus(BETWEEN_READINGS))
                .param("lately", now().minus(LATELY));
        return parameters
                .apply(jdbc.sql(LINK_AS_SEEN))
                .query(UUID.class)
                .optional()
                .orElseGet(() -> {
                    UUID link = kept(parameters.apply(jdbc.sql(LINK)));
                    course.ifPresent(of -> outbox.joinAll(link, of));
                    return link;
                });
    }

    private static String shortened(String title) {
        return title.substring(0, Math.min(255, title.length()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
