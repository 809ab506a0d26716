package no.kompetansebro.lms.spi;

import java.util.List;

/** Takes in what sources report, for the employer in {@code EmployerScope}. */
public interface Completions {

    /**
     * Takes in the whole reading in one transaction, the caller's where there is one. Where it is held back, the caller has
     * to commit all the same: that an administrator is asked is kept in it.
     */
    Outcome take(Handover handover);

    /** Courses that the source has, whether or not anybody completed them: to be mapped to items. */
    void courses(CompletionSource source, List<ReportedCourse> courses);
}
