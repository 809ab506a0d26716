package no.kompetansebro.lms.spi;

import java.util.List;

/** Takes in what sources report, for the employer in {@code EmployerScope}. */
public interface Completions {

    /**
     * Takes in the whole reading in one transaction, the caller's where there is one. What becomes of each completion, in
     * their order; {@link Taken#HELD} is of all or none.
     */
    List<Taken> take(Handover handover);

    /** Courses that the source has, whether or not anybody completed them: to be mapped to items. */
    void courses(CompletionSource source, List<ReportedCourse> courses);
}
