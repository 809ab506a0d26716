package no.kompetansebro.planning.scope;

import java.time.LocalDate;
import java.util.List;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.requirement.RequirementCode;

/**
 * The people behind a figure, by name.
 *
 * @param lines at most as many as {@link PeopleLists#MOST}
 * @param more how many more there are; "" for none
 * @param unseen how many the viewer may not see by name; "" for none
 */
public record PeopleList(String title, List<Line> lines, String count, String more, String unseen) {

    /**
     * A pair behind a figure.
     *
     * @param on the date on which to explain it
     * @param text what happens to it
     * @param more what else to say; may be empty
     */
    public record Entry(EmployeeId employee, RequirementCode requirement, LocalDate on, String text, String more) {}

    /** The same by name, with the link to why. */
    public record Line(String name, String work, String requirement, String text, String more, String why) {}
}
