package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;

/**
 * What some are to learn, or are offered.
 *
 * @param assignedBy empty where nobody did: what follows from another assignment
 * @param withdrawnOn from this date on it is nobody's
 * @param version counts its changes
 */
public record Assignment(
        AssignmentId id,
        Wish wish,
        Optional<EmployeeId> assignedBy,
        LocalDate assignedOn,
        Optional<LocalDate> withdrawnOn,
        int version) {

    /**
     * What is wished for.
     *
     * @param items each to be done
     * @param afresh whether what was achieved before it was assigned does not count
     * @param next what the staff of a leader is assigned when the leader has done it
     */
    public record Wish(
            List<ItemCode> items,
            Kind kind,
            Audience audience,
            Due due,
            boolean afresh,
            String reason,
            Optional<Next> next) {

        public Wish {
            items = items.stream().distinct().toList();
            if (items.isEmpty()) {
                throw new IllegalArgumentException("nothing to learn");
            }
        }
    }

    /** To be done by the staff so many days after the leader has done the first. */
    public record Next(List<ItemCode> items, int days) {}

    boolean isOpen() {
        return withdrawnOn.isEmpty();
    }
}
