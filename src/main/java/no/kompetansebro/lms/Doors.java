package no.kompetansebro.lms;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.lms.spi.CoursePages;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where somebody takes an item: the page of the course in their own LMS. Of the courses that count as the item (by hand, or
 * by a number that the LMS and the catalogue share), else of those in which a link of ours shows it.
 */
@Repository
@Transactional(readOnly = true)
public class Doors {

    private static final String COURSES = """
            with course as (
                select i.issuer, i.course_key, 1 as preference
                  from course_item i
                 where i.item = :item
                   and not exists (select from known_course later
                                    where later.issuer = i.issuer and starts_with(later.course_key, i.course_key || ':'))
                union all
                select r.issuer, 'course:' || c.context_id, 2
                  from lms_link l
                  join lms_course c on c.employer_id = l.employer_id and c.course_id = l.course_id
                  join lti_registration r on r.registration_id = l.registration_id
                 where l.content = 'item:' || :item
            ),
            account as (
                select issuer, min(subject) as subject
                  from account_link where employee_id = :employee and status = 'CONFIRMED' group by issuer
            )
            select course.issuer, r.authorization_endpoint, course.course_key, account.subject
              from course
              join lti_registration r on r.issuer = course.issuer and r.switched_on
              join platform p on p.registration_id = r.registration_id and p.employer_id = current_employer()
              left join account on account.issuer = course.issuer
             where account.issuer is not null or not exists (select from account)
             order by course.preference, course.issuer, length(course.course_key), course.course_key
            """;

    private final JdbcClient jdbc;
    private final List<CoursePages> kinds;

    Doors(JdbcClient jdbc, List<CoursePages> kinds) {
        this.jdbc = jdbc;
        this.kinds = List.copyOf(kinds);
    }

    private record Course(CoursePages.Platform platform, String key) {}

    /**
     * The http or https address at which the employee takes the item: at a platform of the employer where the employee has
     * an account, or at any of them for who has none that is known. Empty where no course is known to be the item.
     */
    public Optional<URI> of(EmployeeId employee, ItemCode item) {
        return jdbc
                .sql(COURSES)
                .param("item", item.value())
                .param("employee", employee.value())
                .query((row, _) -> new Course(
                        new CoursePages.Platform(
                                row.getString("issuer"),
                                URI.create(row.getString("authorization_endpoint")),
                                Optional.ofNullable(row.getString("subject"))),
                        row.getString("course_key")))
                .list()
                .stream()
                .flatMap(course -> page(course).stream())
                .findFirst();
    }

    private Optional<URI> page(Course course) {
        return kinds.stream()
                .flatMap(kind -> kind.page(course.platform(), course.key()).stream())
                .filter(page -> isOf(course.platform(), page))
                .findFirst();
    }

    /** A door leads to the platform itself and nowhere else. */
    private static boolean isOf(CoursePages.Platform platform, URI page) {
        URI authorization = platform.authorization();
        return ("https".equals(page.getScheme()) || "http".equals(page.getScheme()))
                && Objects.equals(page.getScheme(), authorization.getScheme())
                && page.getAuthority() != null
                && page.getAuthority().equals(authorization.getAuthority());
    }
}
