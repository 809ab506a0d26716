package no.kompetansebro.coverage.web;

import java.util.List;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.RequirementCode;

/**
 * What somebody who looks at an employee's requirement may do about it: in the employee's list of what to do now, and
 * under the explanation that a cell of the matrix opens. Declare a bean of it; they stand in the order of
 * {@link org.springframework.core.annotation.Order}.
 */
public interface PairAction {

    /**
     * The pair that is looked at.
     *
     * @param items the smallest set of items that would cover it; none where it is covered, or no items would
     */
    record Asked(
            Viewer viewer,
            EmployeeId employee,
            RequirementCode requirement,
            Status status,
            List<ItemCode> items,
            AsOf asOf,
            Words words,
            Lexicon lexicon) {

        public Asked {
            items = List.copyOf(items);
        }

        /** Whether somebody looks at their own. */
        public boolean isOwn() {
            return viewer.employee().filter(employee::equals).isPresent();
        }
    }

    /**
     * Something to do.
     *
     * @param text what, as a button says it: an imperative
     * @param href a path of ours, or where {@code elsewhere} a whole http or https address
     * @param elsewhere whether it leaves us: it then opens in the whole window, not in a frame of it
     * @param first whether it is the thing to do, and the rest alternatives
     */
    record Action(String text, String href, boolean elsewhere, boolean first) {}

    /** What may be done; nothing that would be refused. */
    List<Action> actions(Asked asked);
}
