package no.kompetansebro.coverage.web;

import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;

/**
 * What a module above adds to <i>Min kompetanse</i> or <i>Min enhet</i>: declare a bean of it. Several in one place stand
 * in the order of {@link org.springframework.core.annotation.Order}.
 */
public interface PageSection {

    /** Where on the page. */
    enum Place {
        /** Right after what is most urgent: what to do now, or the figures of a unit. */
        EARLY,
        /** After the requirements, or the people of a unit. */
        LATE
    }

    /** What the page is about. */
    sealed interface Subject {

        /** <i>Min kompetanse</i> of the viewer. */
        record Oneself(EmployeeId employee) implements Subject {}

        /** <i>Min enhet</i>: the unit with all below it; the viewer may see it. */
        record OfUnit(UnitCode unit) implements Subject {}
    }

    /** The page as it is asked for. */
    record Asked(Viewer viewer, Subject subject, AsOf asOf, Words words) {}

    /**
     * What is shown.
     *
     * @param template the template's name; its fragment {@code fragment} is a {@code <section class="kb-section">} with a
     *     heading {@code h2}, and reads the view by the name {@code part}
     */
    record Content(String template, String fragment, Object part) {}

    /** Where it stands. */
    Place place();

    /** What it shows; empty where it has nothing to say on this page. */
    Optional<Content> content(Asked asked);
}
