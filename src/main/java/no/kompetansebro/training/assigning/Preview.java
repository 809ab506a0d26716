package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.List;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.requirement.RequirementCode;

/**
 * What assigning something would do.
 *
 * @param recipients whose it would be, today or from a known date on
 * @param on the last due date: the date that the effects are of
 * @param effects on the requirements that it would change, of the recipients
 * @param all on all requirements of the recipients together that are more than recommended
 */
record Preview(List<Recipient> recipients, LocalDate on, List<Effect> effects, Effect.Cover all) {

    /** What an item would be to a recipient. */
    enum Stand {
        GETS,
        HAS,
        ASSIGNED
    }

    /** One whose it would be; the stands in the order of the items. */
    record Recipient(EmployeeId employee, LocalDate from, LocalDate due, List<Stand> stands) {

        boolean gets() {
            return stands.contains(Stand.GETS);
        }
    }

    /** How many of the recipients would be covered, without anything planned and with this. */
    record Effect(RequirementCode requirement, Cover cover) {

        record Cover(long before, long after, long of) {}
    }

    long getting() {
        return recipients.stream().filter(Recipient::gets).count();
    }
}
