package no.kompetansebro.lms.enrolling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.lms.enrolling.EnrolmentPreview.OfItem;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.EmployerScope;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enrols employees of the employer in scope in the LMS courses of items. Who may have whom enrolled is for the caller to say.
 */
@Component
public class Enrolments {

    /**
     * The page that shows what came of requests. Any page of ours may post items ({@code element}), employees ({@code ansatt})
     * and a reason ({@code grunn}) to it, and gets the preview from which it is asked for.
     */
    public static final String PAGE = "/opplaering/pamelding";

    /** So many people at a time from a page; more than a form should hold. */
    public static final int MOST_PEOPLE = 500;

    /** So many items at a time from a page. */
    public static final int MOST_ITEMS = 30;

    private final CoursesOfItems courses;
    private final Forecast forecast;
    private final EnrolmentBook book;
    private final EnrolmentWatch watch;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Enrolments(
            CoursesOfItems courses,
            Forecast forecast,
            EnrolmentBook book,
            EnrolmentWatch watch,
            ApplicationEventPublisher events,
            Clock clock) {
        this.courses = courses;
        this.forecast = forecast;
        this.book = book;
        this.watch = watch;
        this.events = events;
        this.clock = clock;
    }

    /** Those of the items that are mapped to a course of an LMS that is connected: from the database alone. */
    public List<ItemCode> possible(Collection<ItemCode> items) {
        Map<ItemCode, CourseOfItem> found = courses.of(items);
        return items.stream()
                .distinct()
                .filter(item -> Optional.ofNullable(found.get(item))
                        .filter(forecast::isConnected)
                        .isPresent())
                .toList();
    }

    /**
     * What a request would do. Asks the LMSs, so it takes seconds, and must not be called in a transaction; an LMS that does
     * not answer is a hindrance of its items, and no exception.
     */
    public EnrolmentPreview preview(Collection<ItemCode> items, Collection<EmployeeId> employees) {
        Map<ItemCode, CourseOfItem> found = courses.of(items);
        List<EmployeeId> people = List.copyOf(new LinkedHashSet<>(employees));
        Map<String, Forecast.OfIssuer> byIssuer = new HashMap<>();
        List<OfItem> previews = new ArrayList<>();
        new LinkedHashSet<>(items)
                .forEach(item -> previews.add(Optional.ofNullable(found.get(item))
                        .map(course -> byIssuer.computeIfAbsent(course.issuer(), issuer -> forecast.of(issuer, people))
                                .item(course))
                        .orElseGet(() -> Forecast.notMapped(item))));
        return new EnrolmentPreview(previews);
    }

    /** A key for a request that has no other. */
    public EnrolmentRequestId newId() {
        return new EnrolmentRequestId(TimeOrderedId.next(clock.instant()));
    }

    /**
     * Has the employees enrolled in the courses of the items, in the background, from when the caller's transaction has
     * committed; items without a course, or without a connection to its LMS, are left out. The same id twice adds whom and
     * what is new, and changes nothing else.
     *
     * @param requestedBy who wants it, as in sessions and audits: a key, no name
     * @param reason why, for people to read; may be empty
     * @return how many enrolments were added: one for each person and course
     */
    @Transactional
    public int request(
            EnrolmentRequestId id,
            Collection<ItemCode> items,
            Collection<EmployeeId> employees,
            String requestedBy,
            String reason) {
        List<CourseOfItem> wanted = courses.of(items).values().stream()
                .filter(forecast::isConnected)
                .toList();
        if (wanted.isEmpty() || employees.isEmpty()) {
            return 0;
        }
        int added = book.add(id, wanted, employees, requestedBy, reason);
        watch.add();
        events.publishEvent(new EnrolmentsWait(EmployerScope.required()));
        return added;
    }

    /**
     * Takes back what has not been done of the request for the employees (of all, where none are named): who is enrolled
     * stays enrolled.
     *
     * @return how many were taken back
     */
    @Transactional
    public int withdraw(EnrolmentRequestId id, Collection<EmployeeId> employees, String by) {
        return book.withdraw(id, employees, by);
    }

    /** Has what failed of the request tried again, for the employees (all, where none are named); how many. */
    @Transactional
    public int tryAgain(EnrolmentRequestId id, Collection<EmployeeId> employees, String by) {
        int again = book.tryAgain(id, employees, by);
        events.publishEvent(new EnrolmentsWait(EmployerScope.required()));
        return again;
    }

    /** Who is enrolled in the course of each of the items because that was asked for here, or waits for it, since the date. */
    @Transactional(readOnly = true)
    public Map<ItemCode, Set<EmployeeId>> asked(Collection<ItemCode> items, LocalDate since) {
        return book.asked(items, since);
    }

    /** How far the request is; empty: there is none. */
    @Transactional(readOnly = true)
    public Optional<EnrolmentCounts> counts(EnrolmentRequestId id) {
        return book.counts(id);
    }
}
