package no.kompetansebro.training.assigning;

import java.util.HashSet;
import java.util.Set;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.ItemsInUse;
import org.springframework.stereotype.Component;

/** What is assigned, and not withdrawn, stays in the catalogue; so does what is to follow it. */
@Component
class AssignedItems implements ItemsInUse {

    private final Assignments assignments;

    AssignedItems(Assignments assignments) {
        this.assignments = assignments;
    }

    @Override
    public Set<ItemCode> items() {
        Set<ItemCode> items = new HashSet<>();
        assignments.open().forEach(assignment -> {
            items.addAll(assignment.wish().items());
            assignment.wish().next().ifPresent(next -> items.addAll(next.items()));
        });
        return items;
    }

    @Override
    public String why() {
        return "it is assigned to somebody";
    }
}
