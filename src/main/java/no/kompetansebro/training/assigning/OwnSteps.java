package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What employees do about what is assigned or offered to themselves. Whatever is not theirs is left alone. */
@Component
@Transactional
public class OwnSteps {

    private final Acknowledgements acknowledgements;
    private final Applications applications;
    private final Standings standings;

    OwnSteps(Acknowledgements acknowledgements, Applications applications, Standings standings) {
        this.acknowledgements = acknowledgements;
        this.applications = applications;
        this.standings = standings;
    }

    /** Says that one has seen what is imposed on oneself; false where nothing is. */
    public boolean acknowledge(EmployeeId me, AssignmentId id, LocalDate today) {
        boolean own = standings.of(me, today, today).stream()
                .map(Task::assignment)
                .anyMatch(each -> each.id().equals(id) && each.wish().kind() == Kind.IMPOSED);
        if (own) {
            acknowledgements.add(id, me);
        }
        return own;
    }

    /** Applies for what is given by application; false where it is not offered to oneself. */
    boolean apply(EmployeeId me, AssignmentId id, String motivation, LocalDate today) {
        Optional<Assignment> offered = standings.toApplyFor(me, today).stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
        offered.ifPresent(_ -> applications.apply(id, me, motivation));
        return offered.isPresent();
    }
}
