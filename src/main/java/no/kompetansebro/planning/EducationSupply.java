package no.kompetansebro.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;

/** Whom the employer can expect to have educated itself: further education, specialisation, apprentices. */
public interface EducationSupply {

    /** What education of an employee leads to. */
    enum Kind {
        FURTHER_EDUCATION,
        SPECIALISATION,
        APPRENTICESHIP
    }

    /**
     * An education that goes on.
     *
     * @param unit where the employee works; empty where nowhere on the date
     * @param position the code of the post that it leads to; empty where none was named
     * @param expectedOn when it is expected to be completed
     */
    record Expected(
            EmployeeId employee,
            Optional<UnitCode> unit,
            Kind kind,
            String name,
            Optional<String> position,
            LocalDate expectedOn) {}

    /** The educations that go on, of the people whom the viewer may see, by when they are expected to be completed. */
    List<Expected> expected(Viewer viewer, LocalDate today);
}
