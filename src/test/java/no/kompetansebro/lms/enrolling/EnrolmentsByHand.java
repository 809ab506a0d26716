package no.kompetansebro.lms.enrolling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.context.ApplicationContext;

/** Asks for enrolments and works them off when a test says so, and not when the scheduler comes by. */
public final class EnrolmentsByHand {

    private final ApplicationContext context;

    public EnrolmentsByHand(ApplicationContext context) {
        this.context = context;
    }

    /** In the scope of the employer. */
    public int request(EnrolmentRequestId id, List<ItemCode> items, List<EmployeeId> people) {
        CoursesOfItems courses = context.getBean(CoursesOfItems.class);
        return context.getBean(EnrolmentBook.class)
                .add(id, List.copyOf(courses.of(items).values()), people, "employee:test", "Skal bli ferdig før jul");
    }

    /** In the scope of the employer. */
    public Optional<Instant> work() {
        return context.getBean(EnrolmentWork.class).work();
    }
}
