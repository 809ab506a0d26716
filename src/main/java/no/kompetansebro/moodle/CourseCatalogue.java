package no.kompetansebro.moodle;

import java.util.List;
import java.util.Optional;
import no.kompetansebro.lms.spi.CompletionSource;
import no.kompetansebro.lms.spi.Completions;
import no.kompetansebro.lms.spi.ReportedCourse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the list of a Moodle's courses, keeps it, and offers them to be mapped. */
@Component
class CourseCatalogue {

    private final Courses courses;
    private final Completions completions;
    private final TransactionTemplate transaction;

    CourseCatalogue(Courses courses, Completions completions, TransactionTemplate transaction) {
        this.courses = courses;
        this.completions = completions;
        this.transaction = transaction;
    }

    /** One call. */
    void read(Connection connection, Moodle moodle) {
        List<Course> found = moodle.courses();
        transaction.executeWithoutResult(_ -> {
            List<ReportedCourse> kept = found.stream()
                    .map(course -> courses.keep(connection.id(), course))
                    .map(CourseCatalogue::reported)
                    .toList();
            completions.courses(source(connection), kept);
        });
    }

    static CompletionSource source(Connection connection) {
        return new CompletionSource("moodle:" + connection.id(), connection.accountsOf());
    }

    static ReportedCourse reported(Course course) {
        return new ReportedCourse(
                course.key(),
                Optional.of(course.title()).filter(title -> !title.isEmpty()),
                Optional.of(course.idNumber()).filter(number -> !number.isEmpty()),
                Optional.of(course.shortName()).filter(name -> !name.isEmpty()));
    }
}
